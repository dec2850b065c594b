using System.Collections.Immutable;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Engine.Policy.Reading;

namespace Governance.Engine.Policy.Schema;

/// <summary>
/// Writes the JSON Schema (draft-07, which the YAML language server reads) of governance.yml from the keys the reader
/// knows and the catalogue of rules: editors complete and explain what the reader accepts, and nothing else.
/// </summary>
public static class PolicySchema
{
    /// <summary>The schema, ending in a line break.</summary>
    public static string Generate() => Generate(KnownRules.OfCatalog());

    internal static string Generate(KnownRules rules)
    {
        var definitions = SchemaTypes.Definitions();
        foreach (var rule in rules.All)
        {
            definitions[rule.Id] = RuleSchema.Of(rule, rules.DescribeOptions(rule));
        }

        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "governance.yml",
            ["description"] = "The policy of a repository, or of an organisation for all its repositories.",
            ["definitions"] = definitions,
        };
        foreach (var property in KeySetSchema.Of(PolicyKeys.Root, key => RootKey(key.Name, rules)))
        {
            schema[property.Key] = property.Value?.DeepClone();
        }

        return Write(schema);
    }

    private static JsonObject RootKey(string name, KnownRules rules) =>
        name switch
        {
            "ruleset" => SchemaTypes.Ruleset(rules.Ruleset),
            "kind" => SchemaTypes.Ref("kind"),
            "forge" => SchemaTypes.Ref("forge"),
            "mode" => SchemaTypes.Ref("mode"),
            "environments" => KeySetSchema.Of(
                PolicyKeys.Environments,
                static _ => KeySetSchema.Of(PolicyKeys.Production, static key => SectionSchemas.Production(key.Name))
            ),
            "layout" => KeySetSchema.Of(PolicyKeys.Layout, static key => SectionSchemas.Layout(key.Name)),
            "dialects" => SchemaTypes.ListOf(
                KeySetSchema.Of(PolicyKeys.Dialect, static key => SectionSchemas.Dialect(key.Name), "dialect", "paths")
            ),
            "rules" => RuleSchema.Section(rules.All),
            "exceptions" => SchemaTypes.ListOf(
                KeySetSchema.Of(
                    PolicyKeys.Exception,
                    key => SectionSchemas.Exception(key.Name, rules),
                    "rule",
                    "reason",
                    "expires"
                )
            ),
            "waves" => SchemaTypes.ListOf(
                KeySetSchema.Of(PolicyKeys.Wave, key => SectionSchemas.Wave(key.Name, rules.Areas))
            ),
            "locked" => SectionSchemas.Selection(rules, SelectionReader.LockableKeys),
            "never" => SectionSchemas.Selection(rules, ImmutableArray<string>.Empty),
            _ => KeySetSchema.Of(PolicyKeys.ExceptionPolicy, static key => SectionSchemas.ExceptionPolicy(key.Name)),
        };

    private static string Write(JsonObject schema)
    {
        using var bytes = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(bytes, options))
        {
            schema.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
