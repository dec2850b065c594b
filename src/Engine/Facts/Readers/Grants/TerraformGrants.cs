using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>
/// Says who is granted what by a file of Terraform
/// (https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_assignment and the pages beside it,
/// https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/permissions).
/// </summary>
internal sealed class TerraformGrants(InfraTemplate template, SourceText text, List<Fact> facts)
{
    /// <summary>The path of arguments that are for all files of the folder, as a module's files are one.</summary>
    private const string ThisFolder = ".";

    private static readonly ImmutableHashSet<string> Roles = ImmutableHashSet.Create(
        "azurerm_role_assignment",
        "azurerm_pim_active_role_assignment",
        "azurerm_pim_eligible_role_assignment",
        "azuread_directory_role_assignment",
        "azuread_app_role_assignment"
    );

    private readonly TemplateValues _values = new(template);

    /// <summary>Appends the facts.</summary>
    public void Read()
    {
        foreach (var resource in template.Resources.Where(static one => !one.IsExisting))
        {
            Add(resource);
        }

        foreach (var module in template.Modules.Where(static one => one.Parameters is not null))
        {
            AddArguments(module.Path, module.Parameters!.Members);
        }

        AddArguments(ThisFolder, template.Parameters);
    }

    private void Add(InfraResource resource)
    {
        var body = resource.Body;
        if (Roles.Contains(resource.Type))
        {
            var what = resource.Type.IndexOf("eligible", StringComparison.Ordinal) >= 0 ? "eligible " : "role ";
            AddGrant(
                what + RoleOf(body),
                body["principal_id"] ?? body["principal_object_id"],
                body["principal_type"],
                resource,
                body["scope"] ?? body["resource_object_id"]
            );
            return;
        }

        switch (resource.Type)
        {
            case "azurerm_key_vault_access_policy":
                AddGrant("access-policy", body["object_id"], null, resource, body["key_vault_id"]);
                break;
            case "azurerm_key_vault":
                foreach (var policy in Blocks(body, "access_policy"))
                {
                    AddGrant("access-policy", policy["object_id"], null, resource, body["name"]);
                }

                break;
            case "databricks_permissions":
                foreach (var control in Blocks(body, "access_control"))
                {
                    AddPermission(control, resource);
                }

                break;
            case "databricks_grant":
                AddGrant("permission", body["principal"], null, resource, body["catalog"] ?? body["schema"]);
                break;
            case "databricks_grants":
                foreach (var grant in Blocks(body, "grant"))
                {
                    AddGrant("permission", grant["principal"], null, resource, body["catalog"] ?? body["schema"]);
                }

                break;
            case "kubernetes_role_binding"
            or "kubernetes_role_binding_v1"
            or "kubernetes_cluster_role_binding"
            or "kubernetes_cluster_role_binding_v1":
                AddSubjects(resource);
                break;
        }
    }

    private void AddPermission(InfraObject control, InfraResource resource)
    {
        var what = "permission " + TextOf(control["permission_level"]);
        foreach (var (name, kind) in new[] { ("user_name", PrincipalKind.User), ("group_name", PrincipalKind.Group) })
        {
            if (control[name] is not { } principal)
            {
                continue;
            }

            // The user of a data source is whoever deploys: databricks_current_user.
            var (value, parameter) = _values.Follow(principal);
            var source = SourceOf(value);
            var isCurrent = source.StartsWith("data.databricks_current_user.", StringComparison.Ordinal);
            var isWritten = value is InfraText || kind == PrincipalKind.Group;
            var grant = facts.AddGrant(
                what,
                isCurrent ? PrincipalKind.Deployer
                    : isWritten ? kind
                    : PrincipalKind.Unknown,
                source,
                SpanOf(principal),
                resource.Symbol
            );
            AddParameter(grant, parameter, principal);
        }
    }

    private void AddSubjects(InfraResource resource)
    {
        var metadata = resource.Body["metadata"] as InfraObject;
        var role = TextOf((resource.Body["role_ref"] as InfraObject)?["name"]);
        foreach (var subject in Blocks(resource.Body, "subject"))
        {
            if (subject["kind"] is InfraText kind && subject["name"] is InfraText name)
            {
                facts.AddGrant(
                    "role " + role,
                    KubernetesSubject.KindOf(kind.Text, name.Text),
                    name.Text,
                    SpanOf(name),
                    TextOf(metadata?["namespace"]),
                    TextOf(metadata?["name"]),
                    resource.Symbol
                );
            }
        }
    }

    private void AddGrant(
        string what,
        InfraValue? principal,
        InfraValue? type,
        InfraResource resource,
        InfraValue? scope
    )
    {
        if (principal is null)
        {
            return;
        }

        var (id, idParameter) = _values.Follow(principal);
        var (kind, typeParameter) = type is null ? (null, null) : _values.Follow(type);
        var told = kind is InfraText text ? GrantFacts.KindOf(text.Text) : null;
        var at = told is null ? principal : type!;
        var grant = facts.AddGrant(
            what,
            told ?? TerraformPrincipal.KindOf(id),
            SourceOf(id),
            SpanOf(at),
            ScopeOf(scope),
            ScopeOf(resource.Body["name"]),
            resource.Symbol
        );
        AddParameter(grant, idParameter, at);
        if (typeParameter != idParameter)
        {
            AddParameter(grant, typeParameter, at);
        }
    }

    private void AddParameter(int grant, string? parameter, InfraValue at)
    {
        if (parameter is not null)
        {
            facts.Append(new Fact(FactKind.GrantParameter, parameter, SpanOf(at), grant));
        }
    }

    // Only what can tell a person: a type of principal, an address, or what of the directory is named.
    private void AddArguments(string path, IEnumerable<InfraMember> arguments)
    {
        foreach (var argument in arguments)
        {
            var value = _values.Follow(argument.Value).Value;
            var kind = value is InfraText text ? GrantFacts.KindOf(text.Text) : null;
            kind ??= TerraformPrincipal.KindOf(value);
            if (kind is not (PrincipalKind.Unknown or PrincipalKind.Service))
            {
                var owner = facts.Append(
                    new Fact(FactKind.TemplateArgument, argument.Name + " " + kind, SpanOf(argument.Value))
                );
                facts.Append(new Fact(FactKind.TemplatePath, path, SpanOf(argument.Value), owner));
            }
        }
    }

    private string RoleOf(InfraObject body) =>
        TextOf(body["role_definition_name"]) is { Length: > 0 } name
            ? name
            : RoleNames.Of(SourceOf(_values.Follow(body["role_definition_id"] ?? body).Value));

    // A choice between names says of none that it is the one.
    private string? ScopeOf(InfraValue? value) =>
        value is not null && SourceOf(_values.Follow(value).Value) is var source && source.IndexOf('?') < 0
            ? source
            : null;

    private string TextOf(InfraValue? value) =>
        value is not null && _values.Follow(value).Value is InfraText text ? text.Text : "";

    private SourceSpan SpanOf(InfraValue value) => text.Span(value.Start, value.End - value.Start);

    // Blocks of a type, and as a list of objects: access_policy = [{ ... }].
    private static IEnumerable<InfraObject> Blocks(InfraObject body, string type) =>
        body
            .Members.Where(member => member.Name == type)
            .SelectMany(static member =>
                member.Value is InfraList list
                    ? list.Items.OfType<InfraObject>()
                    : new[] { member.Value }.OfType<InfraObject>()
            );

    private static string SourceOf(InfraValue value) =>
        value switch
        {
            InfraText text => text.Text,
            InfraExpression expression => expression.Source,
            _ => "",
        };
}
