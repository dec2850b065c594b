using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Engine.Policy.Reading;
using Governance.Engine.Rules;

namespace Governance.Engine.Policy.Schema;

/// <summary>The schemas of <c>rules</c> and of each rule's settings.</summary>
internal static class RuleSchema
{
    /// <summary>The section: ids are proposed, names and aliases accepted.</summary>
    public static JsonObject Section(ImmutableArray<RuleDescriptor> rules)
    {
        var properties = new JsonObject();
        var patterns = new JsonObject();
        foreach (var rule in rules)
        {
            properties[rule.Id] = SchemaTypes.Ref(rule.Id);
            patterns[$"^({string.Join("|", rule.Aliases.Add(rule.Name))})$"] = SchemaTypes.Ref(rule.Id);
        }

        return new JsonObject
        {
            ["type"] = new JsonArray("object", "null"),
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["patternProperties"] = patterns,
        };
    }

    /// <summary>One rule: severity, mode, and its options with their defaults.</summary>
    public static JsonObject Of(RuleDescriptor rule, IReadOnlyDictionary<string, string> descriptions)
    {
        var severity = SettingWords.Of(rule.Severity);
        var schema = KeySetSchema.Of(PolicyKeys.Rule, static key => SchemaTypes.Ref(key.Name));
        schema["title"] = $"{rule.Id} {rule.Name}";
        schema["description"] =
            $"{rule.Title}. {char.ToUpperInvariant(severity[0])}{severity[1..]} unless set; see {rule.PagePath}.";
        var properties = schema["properties"]!.AsObject();
        properties["severity"]!["default"] = severity;
        foreach (var option in rule.Options.All)
        {
            descriptions.TryGetValue(option.Name, out var description);
            properties[option.Name] = Option(option.Value, description);
        }

        return schema;
    }

    private static JsonObject Option(OptionValue standard, string? description)
    {
        var schema = standard.Type switch
        {
            "list" => SchemaTypes.ListOf(SchemaTypes.Ref("text")),
            "string" => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
            var type => new JsonObject { ["type"] = type },
        };
        schema["default"] = standard.Type switch
        {
            "list" => SchemaTypes.Array(standard.Items),
            "integer" => long.Parse(standard.Items[0], CultureInfo.InvariantCulture),
            "boolean" => standard.Items[0] == "true",
            _ => standard.Items[0],
        };
        if (description is { Length: > 0 })
        {
            schema["description"] = char.ToUpperInvariant(description[0]) + description[1..];
        }

        return schema;
    }
}
