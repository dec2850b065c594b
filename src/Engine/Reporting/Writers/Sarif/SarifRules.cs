using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Governance.Engine.Rules;

namespace Governance.Engine.Reporting.Writers.Sarif;

/// <summary>The rules of a run, with their pages as help.</summary>
internal sealed class SarifRules
{
    private readonly List<string> _ids;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public SarifRules(IEnumerable<string> ids)
    {
        _ids = [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (var i = 0; i < _ids.Count; i++)
        {
            _indexes.Add(_ids[i], i);
        }
    }

    /// <summary>The place of a rule in the list, which has it.</summary>
    public int IndexOf(string id) => _indexes[id];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (var id in _ids)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            if (RuleCatalog.Find(id) is { } rule)
            {
                Write(json, rule);
            }
            else
            {
                WriteUnknown(json, id);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, RuleDescriptor rule)
    {
        var page = RulePageText.Of(rule);
        json.WriteString("name", PascalCase(rule.Name));
        SarifText.WriteMessage(json, "shortDescription", rule.Title);
        SarifText.WriteMessage(
            json,
            "fullDescription",
            page.FirstParagraph.Length > 0 ? page.FirstParagraph : rule.Title
        );
        json.WriteStartObject("help");
        json.WriteString("text", page.Prose);
        json.WriteString("markdown", page.Prose);
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Words.Of(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("area", rule.Area);
        json.WriteString("statement", rule.Statement);
        // What GitHub's code scanning sorts alerts by.
        json.WriteString(
            "problem.severity",
            rule.Severity == Findings.Severity.Note ? "recommendation" : Words.Of(rule.Severity)
        );
        json.WriteStartArray("tags");
        json.WriteStringValue("governance");
        json.WriteStringValue(rule.Area);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Code scanning refuses rules without these three.
    private static void WriteUnknown(Utf8JsonWriter json, string id)
    {
        foreach (var name in new[] { "shortDescription", "fullDescription", "help" })
        {
            SarifText.WriteMessage(json, name, $"The catalogue of this version has no page for '{id}'");
        }
    }

    private static string PascalCase(string kebab) =>
        string.Concat(
            kebab
                .Split('-', StringSplitOptions.RemoveEmptyEntries)
                .Select(static word => char.ToUpperInvariant(word[0]) + word[1..])
        );
}
