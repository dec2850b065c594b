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
        if (kind.IndexOf(ParameterFile, StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return new InfraTemplate { Parameters = Parameters(root, "value") };
        }

        if (kind.IndexOf(Template, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return InfraTemplate.Empty;
        }

        var resources = ImmutableArray.CreateBuilder<InfraResource>();
        AddResources(root, resources);
        return new InfraTemplate
        {
            Resources = resources.ToImmutable(),
            Parameters = Parameters(root, "defaultValue"),
            Variables = root["variables"] is JsonObject variables
                ? variables
                    .Members.Select(static one => new InfraMember(one.Name.Value, Value(one.Value)))
                    .ToImmutableArray()
                : ImmutableArray<InfraMember>.Empty,
        };
    }

    private static ImmutableArray<InfraMember> Parameters(JsonObject root, string valueName) =>
        root["parameters"] is JsonObject parameters
            ? parameters
                .Members.Select(one => new InfraMember(
                    one.Name.Value,
                    (one.Value as JsonObject)?[valueName] is { } value
                        ? Value(value)
                        : new InfraExpression("", one.Value.Start, one.Value.Start)
                ))
                .ToImmutableArray()
            : ImmutableArray<InfraMember>.Empty;

    // A list, or by name; children stand within their parents, and those of a nested deployment within its template.
    private static void AddResources(JsonObject parent, ImmutableArray<InfraResource>.Builder found)
    {
        var resources = parent["resources"] switch
        {
            JsonArray list => list.Items.OfType<JsonObject>(),
            JsonObject map => map.Members.Select(static member => member.Value).OfType<JsonObject>(),
            _ => Enumerable.Empty<JsonObject>(),
        };
        foreach (var resource in resources)
        {
            if (resource["type"] is JsonString type)
            {
                var isExisting = resource["existing"] is JsonLiteral { Kind: JsonLiteralKind.True };
                found.Add(new InfraResource("", type.Value, (InfraObject)Value(resource), isExisting));
            }

            AddResources(resource, found);
            if ((resource["properties"] as JsonObject)?["template"] is JsonObject template)
            {
                AddResources(template, found);
            }
        }
    }

    private static InfraValue Value(JsonNode node) =>
        node switch
        {
            JsonString text => Text(text),
            JsonObject map => new InfraObject(
                map.Members.Select(static one => new InfraMember(one.Name.Value, Value(one.Value))).ToImmutableArray(),
                node.Start,
                node.End
            ),
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
