using System.Text.RegularExpressions;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>Tells by what Terraform names for a principal who that is.</summary>
internal static class TerraformPrincipal
{
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/data-sources/client_config, .../azuread/latest/docs/data-sources/user
    private static readonly Regex Named = new(
        @"^data\.az(?:urerm|uread)_client_config\.[\w-]+(?:\[\d+\])?\.(?<deployer>object_id)$"
            + @"|^(?:data\.)?azuread_user\.[\w-]+(?:\[[^\]]+\])?\.(?<user>object_id|id|user_principal_name)$"
            + @"|^(?:data\.)?azuread_group\.[\w-]+(?:\[[^\]]+\])?\.(?<group>object_id|id)$"
            + @"|^(?:data\.)?azuread_service_principal\.[\w-]+(?:\[[^\]]+\])?\.(?<service>object_id|id)$"
            + @"|^(?:data\.)?azurerm_[\w-]+\.[\w-]+.*\.(?<service>principal_id)$",
        RegexOptions.CultureInvariant
    );

    /// <summary>The kind, by <see cref="PrincipalKind"/>, of what stands for a principal.</summary>
    public static string KindOf(InfraValue id) =>
        id switch
        {
            InfraText { Text: var text } => MailAddress.Is(text) ? PrincipalKind.User : PrincipalKind.Unknown,
            InfraExpression { Source.Length: <= GrantFacts.LongestShown } expression => KindOf(expression.Source),
            _ => PrincipalKind.Unknown,
        };

    private static string KindOf(string source)
    {
        var match = Named.Match(source);
        return match.Groups["deployer"].Success ? PrincipalKind.Deployer
            : match.Groups["user"].Success ? PrincipalKind.User
            : match.Groups["group"].Success ? PrincipalKind.Group
            : match.Groups["service"].Success ? PrincipalKind.Service
            : PrincipalKind.Unknown;
    }
}
