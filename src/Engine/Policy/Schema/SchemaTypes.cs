using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Governance.Engine.Policy.Reading;

namespace Governance.Engine.Policy.Schema;

/// <summary>The schemas of single values.</summary>
internal static class SchemaTypes
{
    /// <summary>What several places refer to.</summary>
    public static JsonObject Definitions() =>
        new()
        {
            ["severity"] = Words(
                PolicyWords.Severities.Select(static word => word.Key),
                "off removes the rule; note is worth knowing; warning should be mended; error breaks the mandate."
            ),
            ["mode"] = Words(
                PolicyWords.Modes.Select(static word => word.Key),
                "off does not run the rule; observe only counts; warn shows and never fails; block fails from the severity of --fail-on."
            ),
            ["kind"] = Words(
                PolicyWords.Kinds.Select(static word => word.Key),
                "project is a data science project; template is what projects are made from; library is what they use; service is no machine-learning project."
            ),
            ["forge"] = Words(
                PolicyWords.Forges.Select(static word => word.Key),
                "github is GitHub or GitHub Enterprise; azure-devops is Azure Repos."
            ),
            ["date"] = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                ["examples"] = new JsonArray("2027-01-31"),
                ["description"] = "A day as year, month and day, in UTC.",
            },
            ["text"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean"), ["minLength"] = 1 },
            ["globs"] = ListOf(
                new JsonObject
                {
                    ["type"] = "string",
                    ["pattern"] = "^[^!]",
                    ["description"] =
                        "A pattern as .gitignore has them: * within a name, ** over folders, / at the start for the root.",
                }
            ),
            ["names"] = ListOf(Ref("text")),
        };

    public static JsonObject Ref(string definition) => new() { ["$ref"] = "#/definitions/" + definition };

    public static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    public static JsonObject Words(IEnumerable<string> words, string description) =>
        new() { ["enum"] = Array(words), ["description"] = description };

    /// <summary>The rulesets up to the newest, as text or number.</summary>
    public static JsonObject Ruleset(int newest)
    {
        var rulesets = Enumerable.Range(1, newest).Reverse();
        return new JsonObject
        {
            ["enum"] = new JsonArray([.. rulesets.SelectMany(static n => new JsonNode[] { n.ToString(), n })]),
        };
    }

    public static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);
}
