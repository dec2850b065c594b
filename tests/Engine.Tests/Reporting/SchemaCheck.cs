using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Governance.Engine.Tests.Reporting;

/// <summary>The part of JSON Schema that our own schema uses; a keyword it does not know fails the test.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Annotations =
    [
        "$schema",
        "$id",
        "$defs",
        "title",
        "description",
        "required",
        "minimum",
        "pattern",
    ];

    public static IEnumerable<string> Differences(JsonElement root, JsonElement schema, JsonElement value, string at)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            IEnumerable<string> differences = keyword.Name switch
            {
                "$ref" => Differences(root, Resolve(root, keyword.Value.GetString()!), value, at),
                "type" => Types(keyword.Value).Contains(TypeOf(value)) ? [] : [$"{at} is {TypeOf(value)}"],
                "enum" => keyword.Value.EnumerateArray().Any(one => one.ToString() == value.ToString())
                    ? []
                    : [$"{at} is {value}"],
                "const" => keyword.Value.ToString() == value.ToString() ? [] : [$"{at} is {value}"],
                "anyOf" => keyword.Value.EnumerateArray().Any(one => !Differences(root, one, value, at).Any())
                    ? []
                    : [$"{at} fits none"],
                "items" => value
                    .EnumerateArray()
                    .SelectMany((one, i) => Differences(root, keyword.Value, one, $"{at}[{i}]")),
                "properties" => value.ValueKind == JsonValueKind.Object ? Properties(root, schema, value, at) : [],
                "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.False => [],
                _ when Annotations.Contains(keyword.Name) => [],
                _ => [$"{at}: the schema's keyword {keyword.Name} is not checked"],
            };
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<string> Properties(JsonElement root, JsonElement schema, JsonElement value, string at)
    {
        var properties = schema.GetProperty("properties");
        var required = schema.GetProperty("required").EnumerateArray().Select(one => one.GetString()!);
        var missing = required
            .Where(name => !value.TryGetProperty(name, out _))
            .Select(name => $"{at}.{name} is missing");
        return missing.Concat(
            value
                .EnumerateObject()
                .SelectMany(one =>
                    properties.TryGetProperty(one.Name, out var property)
                        ? Differences(root, property, one.Value, $"{at}.{one.Name}")
                        : [$"{at}.{one.Name} is not in the schema"]
                )
        );
    }

    private static JsonElement Resolve(JsonElement root, string reference) =>
        reference[2..].Split('/').Aggregate(root, (element, name) => element.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(one => one.GetString()!)
            : [type.GetString()!];

    private static string TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "integer",
            JsonValueKind.Null => "null",
            _ => "boolean",
        };
}
