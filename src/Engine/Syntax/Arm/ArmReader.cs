using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Infrastructure;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Syntax.Arm;

/// <summary>
/// Reads what an ARM template, or a file of parameters for one, declares, over its JSON
/// (https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax). The reader's limit bounds the depth.
/// </summary>
public static class ArmReader
{
    private const string Template = "deploymentTemplate.json";
    private const string ParameterFile = "deploymentParameters.json";

    /// <summary>Reads a file; empty where its <c>$schema</c> says that it is neither.</summary>
    public static InfraTemplate Read(JsonTree json)
    {
        if (json.Root is not JsonObject root || root["$schema"] is not JsonString schema)
        {
            return InfraTemplate.Empty;
        }

        var kind = schema.Value;
        var isParameters = kind.IndexOf(ParameterFile, StringComparison.OrdinalIgnoreCase) >= 0;
        if (!isParameters && kind.IndexOf(Template, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return InfraTemplate.Empty;
        }

        // Each value is made once, however many resources it stands within.
        var template = Object(root);
        if (isParameters)
        {
            return new InfraTemplate { Parameters = Parameters(template, "value") };
        }

        var resources = ImmutableArray.CreateBuilder<InfraResource>();
        AddResources(template, resources);
        return new InfraTemplate
        {
            Resources = resources.ToImmutable(),
            Parameters = Parameters(template, "defaultValue"),
            Variables = MembersOf(template["variables"]),
        };
    }

    private static ImmutableArray<InfraMember> Parameters(InfraObject template, string valueName) =>
        MembersOf(template["parameters"])
            .Select(one => new InfraMember(
                one.Name,
                (one.Value as InfraObject)?[valueName] ?? new InfraExpression("", one.Value.Start, one.Value.Start)
            ))
            .ToImmutableArray();

    // A list, or by name; children stand within their parents, and those of a nested deployment within its template.
    private static void AddResources(InfraObject parent, ImmutableArray<InfraResource>.Builder found)
    {
        var resources = parent["resources"] is InfraList list
            ? list.Items
            : MembersOf(parent["resources"]).Select(static member => member.Value);
        foreach (var resource in resources.OfType<InfraObject>())
        {
            if (resource["type"] is InfraText type)
            {
                var isExisting = resource["existing"] is InfraExpression { Source: "true" };
                found.Add(new InfraResource("", type.Text, resource, isExisting));
            }

            AddResources(resource, found);
            if ((resource["properties"] as InfraObject)?["template"] is InfraObject template)
            {
                AddResources(template, found);
            }
        }
    }

    private static ImmutableArray<InfraMember> MembersOf(InfraValue? value) =>
        (value as InfraObject)?.Members ?? ImmutableArray<InfraMember>.Empty;

    private static InfraObject Object(JsonObject map) =>
        new(
            map.Members.Select(static one => new InfraMember(one.Name.Value, Value(one.Value))).ToImmutableArray(),
            map.Start,
            map.End
        );

    private static InfraValue Value(JsonNode node) =>
        node switch
        {
            JsonString text => Text(text),
            JsonObject map => Object(map),
            JsonArray list => new InfraList(list.Items.Select(Value).ToImmutableArray(), node.Start, node.End),
            JsonNumber number => new InfraExpression(number.Text, node.Start, node.End),
            JsonLiteral literal => new InfraExpression(
                literal.Kind.ToString().ToLowerInvariant(),
                node.Start,
                node.End
            ),
            _ => new InfraExpression("", node.Start, node.End),
        };

    // "[...]" is worked out; "[[" stands for a text that begins with a bracket.
    private static InfraValue Text(JsonString text)
    {
        var value = text.Value;
        if (value.StartsWith("[[", StringComparison.Ordinal))
        {
            return new InfraText(value.Substring(1), text.Start, text.End);
        }

        return value.Length > 1 && value[0] == '[' && value[value.Length - 1] == ']'
            ? new InfraExpression(value.Substring(1, value.Length - 2), text.Start, text.End)
            : new InfraText(value, text.Start, text.End);
    }
}
