using System;
using System.Collections.Generic;
using Governance.Engine.Rules.Checks.Pipelines.Azure;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Delivery;

/// <summary>
/// The variables of a file of Azure Pipelines that have one value, and the settings it takes from elsewhere.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/process/variables
/// </summary>
internal sealed class AzureVariables
{
    private readonly AzureFile _pipeline;
    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);

    public AzureVariables(AzureFile pipeline)
    {
        _pipeline = pipeline;
        foreach (var variable in pipeline.OfType("named-variable"))
        {
            if (variable.Node.Text("name") is { } name)
            {
                // Of a name with two values, or under a condition, none is certain.
                _values[name] =
                    _values.ContainsKey(name) || variable.Frame.IsConditional ? null : variable.Node.Text("value");
            }
        }

        if (pipeline.Root?.Mapping("variables") is { } mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                if (entry.Key.AsScalar() is { } name && entry.Value.AsScalar() is { } value)
                {
                    _values[name.Value] = _values.ContainsKey(name.Value) ? null : value.Value;
                }
            }
        }
    }

    /// <summary>The value of <c>$(name)</c> or <c>${{ variables.name }}</c>; the text itself where it is none of them or not known.</summary>
    public string Resolve(string text)
    {
        var name = SecretNames.OfAzure(text) ?? OfTemplate(text);
        return name is not null && _values.TryGetValue(name, out var value) && value is not null ? value : text;
    }

    /// <summary>Reads the variable groups and files that units take their settings from, be it in some runs only.</summary>
    public void ReadSettings(Dictionary<YamlNode, int> units, int whole, List<Fact> facts)
    {
        foreach (var mapping in _pipeline.Mappings)
        {
            var settings = mapping.Type switch
            {
                "variable-template" => mapping.Node["template"].AsScalar(),
                "variable-group" => mapping.Node["group"].AsScalar(),
                _ => null,
            };
            if (settings is not null && settings.Value.IndexOf('$') < 0)
            {
                var unit = AzureDeliveryReader.Owner(mapping.Frame, units, whole);
                facts.Append(new Fact(FactKind.DeliveryTarget, "settings " + settings.Value, settings.Span, unit));
            }
        }
    }

    private static string? OfTemplate(string text)
    {
        var trimmed = text.Trim();
        var slots = TemplateScanner.Scan(trimmed, ExpressionGrammar.Azure);
        return
            slots.Length == 1
            && slots[0] is { Kind: ExpressionSlotKind.Template, Start: 0 } slot
            && slot.End == trimmed.Length
            && ExpressionParser.Parse(trimmed, slot.ContentStart, slot.ContentEnd, ExpressionGrammar.Azure).Root
                is { } root
            && ExpressionPath.Of(root) is { Count: 2 } path
            && string.Equals(path[0], "variables", StringComparison.OrdinalIgnoreCase)
            ? path[1]
            : null;
    }
}
