using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>
/// Says who is granted what by a template of Azure resources, Bicep or ARM: role assignments, also eligible ones
/// (https://learn.microsoft.com/azure/templates/microsoft.authorization/roleassignments), and access policies of key vaults
/// (https://learn.microsoft.com/azure/templates/microsoft.keyvault/vaults).
/// </summary>
internal sealed class TemplateGrantReader(InfraTemplate template, SourceText text, List<Fact> facts)
{
    private const string Authorization = "Microsoft.Authorization/";

    private const string KeyVault = "Microsoft.KeyVault/vaults";

    private static readonly string[] RoleGrants =
    [
        Authorization + "roleAssignments",
        Authorization + "roleEligibilityScheduleRequests",
        Authorization + "roleAssignmentScheduleRequests",
    ];

    private readonly TemplateValues _values = new(template);

    /// <summary>Appends the facts.</summary>
    public void Read()
    {
        foreach (var resource in template.Resources.Where(static one => !one.IsExisting))
        {
            // A role assignment on another resource is named after it: Microsoft.Storage/.../providers/roleAssignments.
            if (
                RoleGrants.Any(type => Is(resource.Type, type))
                || resource.Type.EndsWith("/providers/roleAssignments", StringComparison.OrdinalIgnoreCase)
            )
            {
                AddRole(resource);
            }
            else if (Is(resource.Type, KeyVault) || Is(resource.Type, KeyVault + "/accessPolicies"))
            {
                AddPolicies(resource);
            }
        }

        foreach (var module in template.Modules.Where(static one => one.Parameters is not null))
        {
            AddArguments(module.Path, module.Parameters!.Members);
        }

        // A template's own parameters have defaults, which are no arguments of another.
        if (template.Resources.IsEmpty && template.Modules.IsEmpty)
        {
            AddArguments(template.Using ?? "", template.Parameters);
        }
    }

    private void AddRole(InfraResource resource)
    {
        if (resource.Body["properties"] is not InfraObject properties || properties["principalId"] is not { } principal)
        {
            return;
        }

        var isEligible = resource.Type.IndexOf("Eligibility", StringComparison.OrdinalIgnoreCase) >= 0;
        var role = _values.Follow(properties["roleDefinitionId"] ?? principal).Value;
        var grant = AddGrant(
            ((isEligible ? "eligible " : "role ") + RoleNames.Of(SourceOf(role))).TrimEnd(),
            principal
        );
        AddPrincipal(grant, principal, properties["principalType"]);
        AddScope(grant, resource.Body["scope"]);
        AddScope(grant, resource.Body["name"]);
    }

    private void AddPolicies(InfraResource vault)
    {
        var policies = (vault.Body["properties"] as InfraObject)?["accessPolicies"] as InfraList;
        foreach (var policy in policies?.Items.OfType<InfraObject>() ?? [])
        {
            if (policy["objectId"] is { } principal)
            {
                var grant = AddGrant("access-policy", principal);
                AddPrincipal(grant, principal, null);
                AddScope(grant, vault.Body["name"]);
            }
        }
    }

    private int AddGrant(string value, InfraValue at) => Add(FactKind.AccessGrant, value, at, Fact.NoOwner);

    private void AddPrincipal(int grant, InfraValue principal, InfraValue? type)
    {
        var (id, idParameter) = _values.Follow(principal);
        if (IsDeployer(SourceOf(id)))
        {
            Add(FactKind.GrantPrincipal, PrincipalKind.Deployer + " " + Short(SourceOf(id)), principal, grant);
            return;
        }

        var (kind, typeParameter) = type is null ? (null, null) : _values.Follow(type);
        var told = kind is InfraText text ? GrantFacts.KindOf(text.Text) : null;
        told ??= id is InfraText { Text: var name } && MailAddress.Is(name) ? PrincipalKind.User : null;
        Add(
            FactKind.GrantPrincipal,
            (told ?? PrincipalKind.Unknown) + " " + Short(SourceOf(id)),
            told is null ? principal : type ?? principal,
            grant
        );
        // What is given for a parameter elsewhere says another thing.
        foreach (
            var parameter in new[] { idParameter, typeParameter }
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
        )
        {
            Add(FactKind.GrantParameter, parameter, type ?? principal, grant);
        }
    }

    private void AddScope(int grant, InfraValue? scope)
    {
        if (
            scope is not null
            && _values.Follow(scope).Value is var value
            && SourceOf(value) is { Length: > 0 and <= GrantFacts.LongestShown } name
        )
        {
            Add(FactKind.GrantScope, name, scope, grant);
        }
    }

    // Only what can tell a person: a type of principal, or an address; where a parameter's default gives it, that is its place.
    private void AddArguments(string path, IEnumerable<InfraMember> arguments)
    {
        foreach (var argument in arguments)
        {
            if (
                _values.Follow(argument.Value).Value is InfraText text
                && (GrantFacts.KindOf(text.Text) is not null || MailAddress.Is(text.Text))
            )
            {
                var kind = GrantFacts.KindOf(text.Text) ?? PrincipalKind.User;
                var owner = Add(FactKind.TemplateArgument, argument.Name + " " + kind, text, Fact.NoOwner);
                Add(FactKind.TemplatePath, path, text, owner);
            }
        }
    }

    private int Add(FactKind kind, string value, InfraValue at, int owner)
    {
        facts.Append(new Fact(kind, value, text.Span(at.Start, at.End - at.Start), owner));
        return facts.Count - 1;
    }

    // https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-deployment#deployer
    private static bool IsDeployer(string source) =>
        source.Replace(" ", "").StartsWith("deployer().objectId", StringComparison.OrdinalIgnoreCase);

    private static string SourceOf(InfraValue value) =>
        value switch
        {
            InfraText text => text.Text,
            InfraExpression expression => expression.Source,
            _ => "",
        };

    private static string Short(string source) =>
        source.Length <= GrantFacts.LongestShown ? source : source.Substring(0, GrantFacts.LongestShown);

    private static bool Is(string type, string wanted) =>
        string.Equals(type, wanted, StringComparison.OrdinalIgnoreCase);
}
