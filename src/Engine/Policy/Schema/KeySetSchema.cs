using System;
using System.Linq;
using System.Text.Json.Nodes;
using Governance.Engine.Policy.Reading;

namespace Governance.Engine.Policy.Schema;

/// <summary>The schema of a mapping whose keys the reader lists.</summary>
internal static class KeySetSchema
{
    /// <summary>A mapping, or nothing, as a key that is being written has.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="valueOf">The schema of each key's value.</param>
    /// <param name="required">The keys it must have.</param>
    public static JsonObject Of(PolicyKeySet keys, Func<PolicyKey, JsonObject> valueOf, params string[] required)
    {
        var properties = new JsonObject();
        foreach (var key in keys.Keys)
        {
            properties[key.Name] = Described(valueOf(key), key);
        }

        var schema = new JsonObject
        {
            ["type"] = new JsonArray("object", "null"),
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(static key => (JsonNode)key)]);
        }

        return schema;
    }

    /// <summary>A schema with a key's description; what stands beside a reference would not be read, so that it is wrapped.</summary>
    public static JsonObject Described(JsonObject schema, PolicyKey key)
    {
        var description = key.OrganisationOnly
            ? key.Description + " For the organisation's policy only."
            : key.Description;
        var described = schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema;
        described["description"] = description;
        return described;
    }
}
