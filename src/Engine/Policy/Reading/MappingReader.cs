using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>An entry of a mapping with aliases resolved.</summary>
internal readonly record struct KeyedNode(string Key, SourceSpan KeySpan, YamlNode Value);

/// <summary>Reads mappings: what is no mapping, is given twice or is unknown becomes a problem, and the rest is given back.</summary>
internal static class MappingReader
{
    /// <summary>The entries of a mapping that has certain keys only.</summary>
    /// <param name="reading">The reading of the document.</param>
    /// <param name="node">The node that should be a mapping.</param>
    /// <param name="what">What the mapping is, for messages.</param>
    /// <param name="keys">The keys it may have.</param>
    public static IEnumerable<KeyedNode> Entries(PolicyReading reading, YamlNode node, string what, PolicyKeySet keys)
    {
        foreach (var entry in Entries(reading, node, what))
        {
            var key = keys.Find(entry.Key);
            if (key is null)
            {
                ReportUnknown(reading, entry, what, keys);
            }
            else if (key.OrganisationOnly && !reading.IsOrganisation)
            {
                reading.Report(
                    entry.KeySpan,
                    $"'{entry.Key}' is for the organisation's policy only",
                    "Remove it here, or move it to the policy that '--policy' names"
                );
            }
            else
            {
                yield return entry;
            }
        }
    }

    /// <summary>The entries of a mapping whose keys the caller judges.</summary>
    public static IEnumerable<KeyedNode> Entries(PolicyReading reading, YamlNode node, string what)
    {
        if (node is not YamlMapping mapping)
        {
            reading.Report(
                node.Span,
                $"{what} is {ValueReader.Describe(node)}, where a mapping is expected",
                "Write keys and values, as in 'key: value'"
            );
            yield break;
        }

        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key is not YamlScalar key)
            {
                reading.Report(entry.Key.Span, $"A key of {what} is no text", "Write a plain word before the colon");
            }
            else if (key is { Value: "<<", Style: YamlScalarStyle.Plain })
            {
                reading.Report(
                    key.Span,
                    "Merge keys ('<<') are no part of YAML 1.2 and not read",
                    "Write the keys out"
                );
            }
            else if (lines.TryGetValue(key.Value, out var line))
            {
                reading.Report(
                    key.Span,
                    $"{ValueReader.Quote(key.Value)} is given twice; the one on line {line} counts",
                    "Remove one of the two"
                );
            }
            else
            {
                lines.Add(key.Value, key.Span.StartLine);
                if (reading.Resolve(entry.Value) is { } value)
                {
                    yield return new KeyedNode(key.Value, key.Span, value);
                }
            }
        }
    }

    private static void ReportUnknown(PolicyReading reading, KeyedNode entry, string what, PolicyKeySet keys)
    {
        var allowed = keys
            .Keys.Where(key => reading.IsOrganisation || !key.OrganisationOnly)
            .Select(static key => key.Name)
            .ToList();
        var nearest = Spelling.Nearest(entry.Key, allowed);
        reading.Report(
            entry.KeySpan,
            $"{ValueReader.Quote(entry.Key)} is no key of {what}",
            nearest is null ? $"Take one of: {string.Join(", ", allowed)}" : $"Did you mean '{nearest}'?"
        );
    }
}
