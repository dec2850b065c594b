using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>
/// Who is granted what by asset bundles of Databricks, for the whole bundle, a target, or a resource:
/// https://learn.microsoft.com/azure/databricks/dev-tools/bundles/permissions
/// </summary>
internal sealed class DatabricksGrantReader : FactReader
{
    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        if (
            file.Yaml.RootMapping is not { } root
            || (!root.Has("bundle") && !root.Has("resources") && !root.Has("targets"))
        )
        {
            return;
        }

        Read(root, null, facts);
        foreach (var target in root.Mapping("targets")?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (target.Value is YamlMapping body)
            {
                Read(body, target.Key.AsScalar()?.Value, facts);
            }
        }
    }

    private static void Read(YamlMapping owner, string? target, List<Fact> facts)
    {
        AddPermissions(owner, facts, target);
        var kinds = owner.Mapping("resources")?.Entries ?? ImmutableArray<YamlEntry>.Empty;
        foreach (
            var resource in kinds
                .Select(static kind => kind.Value)
                .OfType<YamlMapping>()
                .SelectMany(static kind => kind.Entries)
        )
        {
            if (resource.Value is YamlMapping body)
            {
                string?[] scopes = [target, resource.Key.AsScalar()?.Value, body.Text("name")];
                AddPermissions(body, facts, scopes);
                AddGrants(body, facts, scopes);
            }
        }
    }

    private static void AddPermissions(YamlMapping owner, List<Fact> facts, params string?[] scopes)
    {
        foreach (var permission in owner.Sequence("permissions")?.Mappings() ?? [])
        {
            // Other formats have permissions too; a level is told by Databricks alone.
            if (permission.Text("level") is not { } level)
            {
                continue;
            }

            if (permission["user_name"].AsScalar() is { } user)
            {
                facts.AddGrant("permission " + level, UserKind(user.Value), user.Value, user.Span, scopes);
            }
            else if (permission["group_name"].AsScalar() is { } group)
            {
                facts.AddGrant("permission " + level, PrincipalKind.Group, group.Value, group.Span, scopes);
            }
        }
    }

    // Grants of the catalogue name all principals alike: a person by the address, a service principal by its id.
    private static void AddGrants(YamlMapping owner, List<Fact> facts, params string?[] scopes)
    {
        foreach (var grant in owner.Sequence("grants")?.Mappings() ?? [])
        {
            if (grant.Has("privileges") && grant["principal"].AsScalar() is { } principal)
            {
                var name = principal.Value;
                var kind =
                    GrantFacts.IsId(name) ? PrincipalKind.Service
                    : MailAddress.Is(name) || name.IndexOf('$') >= 0 ? UserKind(name)
                    : PrincipalKind.Group;
                facts.AddGrant("permission", kind, name, principal.Span, scopes);
            }
        }
    }

    // ${workspace.current_user.userName} is whoever deploys; ${var.x} is known to who does.
    private static string UserKind(string user) =>
        user.StartsWith("${workspace.current_user.", StringComparison.Ordinal) ? PrincipalKind.Deployer
        : user.IndexOfAny(['$', '{']) >= 0 ? PrincipalKind.Unknown
        : PrincipalKind.User;
}
