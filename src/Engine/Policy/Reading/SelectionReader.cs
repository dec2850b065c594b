using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads <c>locked</c> and <c>never</c>: lists of rules, areas, and for <c>locked</c> top-level keys.</summary>
internal static class SelectionReader
{
    /// <summary>The keys that can be locked. <c>layout</c> is an area too and means both: names are the rules' options.</summary>
    public static ImmutableArray<string> LockableKeys { get; } =
        ImmutableArray.Create("environments", "forge", "kind", "layout", "mode", "ruleset");

    public static Selection Read(PolicyReading reading, YamlNode node, string what, ImmutableArray<string> keys)
    {
        if (ValueReader.Texts(reading, node, what) is not { } texts)
        {
            return Selection.Nothing;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var locked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var isKey = keys.Contains(text.Value, StringComparer.Ordinal);
            var isArea = reading.Rules.Areas.Contains(text.Value, StringComparer.Ordinal);
            if (isKey)
            {
                locked.Add(text.Value);
            }

            if (isArea)
            {
                ids.UnionWith(reading.Rules.All.Where(rule => rule.Area == text.Value).Select(static rule => rule.Id));
            }
            else if (!isKey && text.Value.IndexOf('/') < 0 && reading.Rules.Find(text.Value) is { } rule)
            {
                ids.Add(rule.Id);
            }
            else if (!isKey)
            {
                ReportUnknown(reading, text, what, keys);
            }
        }

        return new Selection(ids, locked);
    }

    private static void ReportUnknown(
        PolicyReading reading,
        Located<string> text,
        string what,
        ImmutableArray<string> keys
    )
    {
        var nearest = Spelling.Nearest(text.Value, reading.Rules.Areas.AddRange(keys));
        reading.Report(
            text.Span,
            $"{ValueReader.Quote(text.Value)} in {what} is neither a rule nor an area",
            nearest is null ? reading.Rules.RemedyFor(text.Value) : $"Did you mean '{nearest}'?"
        );
    }
}
