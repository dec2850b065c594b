using System.Collections.Immutable;
using System.Linq;
using System.Text.Json.Nodes;
using Governance.Engine.Policy.Reading;

namespace Governance.Engine.Policy.Schema;

/// <summary>The schemas of the sections' values, key by key.</summary>
internal static class SectionSchemas
{
    public static JsonObject Production(string key) =>
        key switch
        {
            "branches" => With(
                SchemaTypes.ListOf(new JsonObject { ["type"] = "string", ["pattern"] = "^refs/" }),
                "examples",
                new JsonArray(new JsonArray("refs/heads/main"))
            ),
            "files" => SchemaTypes.Ref("globs"),
            "names" => With(
                SchemaTypes.ListOf(SchemaTypes.Ref("text")),
                "default",
                SchemaTypes.Array(ProductionSettings.Default.Names)
            ),
            _ => SchemaTypes.Ref("names"),
        };

    public static JsonObject Layout(string key) =>
        key == "folders"
            ? KeySetSchema.Of(
                PolicyKeys.Folders,
                static role =>
                    With(FolderNames(), "default", SchemaTypes.Array(LayoutSettings.Default.NamesOf(role.Name)))
            )
            : KeySetSchema.Of(
                PolicyKeys.Notebooks,
                static _ =>
                    With(FolderNames(), "default", SchemaTypes.Array(LayoutSettings.Default.SharedNotebookFolders))
            );

    public static JsonObject Dialect(string key) =>
        key == "paths"
            ? With(SchemaTypes.Ref("globs"), "minItems", 1)
            : new JsonObject { ["type"] = new JsonArray("string", "object"), ["minLength"] = 1 };

    public static JsonObject Exception(string key, KnownRules rules) =>
        key switch
        {
            "rule" => ExceptableRule(rules),
            "paths" or "repositories" => With(SchemaTypes.Ref("globs"), "minItems", 1),
            "expires" => SchemaTypes.Ref("date"),
            _ => SchemaTypes.Ref("text"),
        };

    public static JsonObject Wave(string key, ImmutableArray<string> areas) =>
        key switch
        {
            "match" => KeySetSchema.Of(
                PolicyKeys.Match,
                static key => SchemaTypes.Ref(key.Name == "names" ? "globs" : "names")
            ),
            "from" => SchemaTypes.Ref("date"),
            "mode" => SchemaTypes.Ref("mode"),
            _ => new JsonObject
            {
                ["type"] = new JsonArray("object", "null"),
                ["additionalProperties"] = false,
                ["properties"] = new JsonObject(
                    areas.Select(static area => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(
                        area,
                        SchemaTypes.Ref("mode")
                    ))
                ),
            },
        };

    public static JsonObject ExceptionPolicy(string key) =>
        key switch
        {
            "require" => SchemaTypes.ListOf(
                new JsonObject { ["enum"] = SchemaTypes.Array(ExceptionRulesReader.Requirable) }
            ),
            "maxDays" => new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
            _ => new JsonObject
            {
                ["enum"] = SchemaTypes.Array(ExceptionRulesReader.InlineWords.Select(static word => word.Key)),
            },
        };

    /// <summary>Rules, areas and keys: the ids, areas and keys are proposed, and a rule's names accepted.</summary>
    public static JsonObject Selection(KnownRules rules, ImmutableArray<string> keys) =>
        SchemaTypes.ListOf(
            new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject
                    {
                        ["enum"] = SchemaTypes.Array(
                            rules.Areas.Concat(keys).Distinct().Concat(rules.All.Select(static rule => rule.Id))
                        ),
                    },
                    new JsonObject
                    {
                        ["enum"] = SchemaTypes.Array(rules.All.SelectMany(static rule => rule.Aliases.Add(rule.Name))),
                    }
                ),
            }
        );

    private static JsonObject ExceptableRule(KnownRules rules)
    {
        var exceptable = rules.All.Where(static rule => KnownRules.IsExceptable(rule.Id)).ToList();
        var names = string.Join("|", exceptable.SelectMany(KnownRules.NamesOf));
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = SchemaTypes.Array(exceptable.Select(static rule => rule.Id)) },
                new JsonObject { ["type"] = "string", ["pattern"] = $"^({names})(/[a-z0-9-]+)?$" }
            ),
        };
    }

    private static JsonObject FolderNames() =>
        SchemaTypes.ListOf(new JsonObject { ["type"] = "string", ["pattern"] = "^[^/\\\\*?\\[\\]]+$" });

    private static JsonObject With(JsonObject schema, string keyword, JsonNode value)
    {
        var whole = schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema;
        whole[keyword] = value;
        return whole;
    }
}
