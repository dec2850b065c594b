using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>Names of Azure's built-in roles by id (https://learn.microsoft.com/azure/role-based-access-control/built-in-roles), those most granted.</summary>
internal static class RoleNames
{
    private static readonly ImmutableDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635"] = "Owner",
        ["b24988ac-6180-42a0-ab88-20f7382dd24c"] = "Contributor",
        ["acdd72a7-3385-48ef-bd42-f606fba81ae7"] = "Reader",
        ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"] = "User Access Administrator",
        ["f6c7c914-8db3-469d-8ca1-694a8f32e121"] = "AzureML Data Scientist",
        ["e503ece1-11d0-4e8e-8e2c-7a6c3bf38815"] = "AzureML Compute Operator",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["17d1049b-9a84-46fb-8f53-869881c3d3ab"] = "Storage Account Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["00482a5a-887f-4fb3-b363-3b7fe8e74483"] = "Key Vault Administrator",
        ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] = "AcrPull",
        ["8311e382-0749-4cb8-b61a-304f252e45ec"] = "AcrPush",
        ["5e0bd9bd-7b93-4f28-af87-19fc36ad61bd"] = "Cognitive Services OpenAI User",
        ["a97b65f3-24c7-4388-baec-2e87135dc908"] = "Cognitive Services User",
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the role whose id stands in a text; empty where none that is known does.</summary>
    public static string Of(string text)
    {
        foreach (var role in Known)
        {
            if (text.IndexOf(role.Key, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return role.Value;
            }
        }

        return "";
    }
}
