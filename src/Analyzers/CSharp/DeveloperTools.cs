using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Analyzers.CSharp;

/// <summary>
/// The credentials of Azure.Identity that act as whoever is signed in to a tool of the machine, and that a
/// <c>DefaultAzureCredential</c> tries unless they are excluded, in its order.
/// https://learn.microsoft.com/dotnet/azure/sdk/authentication/credential-chains#defaultazurecredential-overview
/// </summary>
internal static class DeveloperTools
{
    /// <summary>The credential's type, and the tool as a sentence names it.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> All { get; } =
        ImmutableArray.Create(
            new KeyValuePair<string, string>("VisualStudioCredential", "Visual Studio"),
            new KeyValuePair<string, string>("VisualStudioCodeCredential", "Visual Studio Code"),
            new KeyValuePair<string, string>("AzureCliCredential", "the Azure CLI"),
            new KeyValuePair<string, string>("AzurePowerShellCredential", "Azure PowerShell"),
            new KeyValuePair<string, string>("AzureDeveloperCliCredential", "the Azure Developer CLI")
        );

    /// <summary>The property of the options that leaves a credential out.</summary>
    public static string ExclusionOf(string credential) => "Exclude" + credential;
}
