using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Governance.Engine.Policy.Reading;
using Governance.Engine.Policy.Schema;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Policy;

public sealed class PolicySchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(PolicySchema.Generate(PolicyTexts.Rules))!.AsObject();

    public static TheoryData<string, string> Mappings() =>
        new()
        {
            { "", nameof(PolicyKeys.Root) },
            { "environments", nameof(PolicyKeys.Environments) },
            { "environments.production", nameof(PolicyKeys.Production) },
            { "layout", nameof(PolicyKeys.Layout) },
            { "layout.folders", nameof(PolicyKeys.Folders) },
            { "layout.notebooks", nameof(PolicyKeys.Notebooks) },
            { "rules.GOV0101", nameof(PolicyKeys.Rule) },
            { "dialects.[]", nameof(PolicyKeys.Dialect) },
            { "exceptions.[]", nameof(PolicyKeys.Exception) },
            { "waves.[]", nameof(PolicyKeys.Wave) },
            { "waves.[].match", nameof(PolicyKeys.Match) },
            { "exceptionPolicy", nameof(PolicyKeys.ExceptionPolicy) },
        };

    [Fact]
    public void The_committed_schema_is_up_to_date() =>
        GeneratedFile.Verify("schemas/governance.schema.json", PolicySchema.Generate());

    [Fact]
    public void Every_set_of_keys_is_compared_below() =>
        Assert.Equal(
            typeof(PolicyKeys).GetProperties().Select(static set => set.Name).Order(),
            Mappings().Select(static row => (string)row[1]).Order()
        );

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Schema_and_reader_know_the_same_keys(string path, string set)
    {
        var keys = (PolicyKeySet)typeof(PolicyKeys).GetProperty(set)!.GetValue(null)!;
        var schema = At(path);
        Assert.Equal(
            keys.Keys.Select(static key => key.Name),
            schema["properties"]!.AsObject().Select(static property => property.Key)
        );
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public void A_rule_is_known_by_its_names_with_its_options_and_defaults()
    {
        Assert.Contains(
            "^(notebook-output|stored-output)$",
            Schema["properties"]!["rules"]!["patternProperties"]!.AsObject().Select(static p => p.Key)
        );
        var rule = Resolve(Schema["definitions"]!["GOV0102"]!);
        var options = rule["properties"]!.AsObject();
        Assert.Equal(
            ["severity", "mode", "allow", "depth", "pattern", "strict"],
            options.Select(static option => option.Key)
        );
        Assert.Equal("note", options["severity"]!["default"]!.GetValue<string>());
        Assert.Equal("Globs of entries.", options["allow"]!["description"]!.GetValue<string>());
        Assert.Equal("[\"infra\"]", options["allow"]!["default"]!.ToJsonString());
        Assert.Equal("integer 1", $"{options["depth"]!["type"]} {options["depth"]!["default"]}");
    }

    [Fact]
    public void Every_property_is_described()
    {
        var silent = new List<string>();
        Walk(Schema, "", silent);
        Assert.DoesNotContain(
            silent,
            // Options are described by their pages, and the tests' catalogue has hardly any.
            static path =>
                !path.StartsWith("/definitions/GOV0102", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_the_schema_proposes_the_reader_accepts()
    {
        var rules = Schema["properties"]!["rules"]!["properties"]!.AsObject().Select(static rule => rule.Key);
        var severities = Words("severity");
        var modes = Words("mode");
        foreach (var severity in severities)
        {
            PolicyTexts.Policy(
                $"rules: {{ {string.Join(", ", rules.Select(rule => $"{rule}: {{ severity: {severity} }}"))} }}"
            );
        }

        foreach (var mode in modes)
        {
            PolicyTexts.Policy($"mode: {mode}");
        }

        foreach (var kind in Words("kind"))
        {
            PolicyTexts.Policy($"kind: {kind}");
        }

        foreach (var forge in Words("forge"))
        {
            PolicyTexts.Policy($"forge: {forge}");
        }

        foreach (var ruleset in Schema["properties"]!["ruleset"]!["enum"]!.AsArray())
        {
            PolicyTexts.Policy($"ruleset: {ruleset!.ToJsonString()}");
        }

        var locked = At("locked.[]")["anyOf"]!.AsArray().SelectMany(static part => part!["enum"]!.AsArray());
        PolicyTexts.Policy(organisation: $"locked: [{string.Join(", ", locked)}]");
    }

    private static IEnumerable<string> Words(string definition) =>
        Schema["definitions"]![definition]!["enum"]!.AsArray().Select(static word => word!.GetValue<string>());

    private static JsonObject At(string path)
    {
        JsonNode node = Schema;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = Resolve(step == "[]" ? node["items"]! : node["properties"]![step]!);
        }

        return node.AsObject();
    }

    private static JsonNode Resolve(JsonNode node) =>
        node["$ref"]?.GetValue<string>() is { } reference
            ? Schema["definitions"]![reference["#/definitions/".Length..]]!
            : node;

    private static void Walk(JsonNode? node, string path, List<string> silent)
    {
        foreach (var (key, value) in (node as JsonObject) ?? [])
        {
            if (key == "properties")
            {
                silent.AddRange(
                    value!
                        .AsObject()
                        .Where(static property => Resolve(property.Value!)["description"] is null)
                        .Select(property => $"{path}/{property.Key}")
                );
            }

            Walk(value, $"{path}/{key}", silent);
        }

        foreach (var item in (node as JsonArray) ?? [])
        {
            Walk(item, path, silent);
        }
    }
}
