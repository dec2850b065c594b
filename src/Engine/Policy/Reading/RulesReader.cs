using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Findings;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads <c>rules</c>.</summary>
internal static class RulesReader
{
    public static ImmutableArray<RuleEntry> Read(PolicyReading reading, YamlNode node)
    {
        var entries = ImmutableArray.CreateBuilder<RuleEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in MappingReader.Entries(reading, node, "'rules'"))
        {
            var rule = reading.Rules.Find(entry.Key);
            if (rule is null)
            {
                reading.Report(
                    entry.KeySpan,
                    $"There is no rule {ValueReader.Quote(entry.Key)}",
                    reading.Rules.RemedyFor(entry.Key)
                );
            }
            else if (entry.Key.IndexOf('/') >= 0)
            {
                reading.Report(
                    entry.KeySpan,
                    $"{ValueReader.Quote(entry.Key)} is one member of {rule.Id}, and a rule is set as a whole",
                    $"Write '{rule.Id}', or except the member under 'exceptions'"
                );
            }
            else if (lines.TryGetValue(rule.Id, out var line))
            {
                reading.Report(
                    entry.KeySpan,
                    $"{ValueReader.Quote(entry.Key)} is {rule.Id}, which line {line} sets already; that one counts",
                    "Remove one of the two"
                );
            }
            else
            {
                lines.Add(rule.Id, entry.KeySpan.StartLine);
                entries.Add(Entry(reading, rule, entry.Value));
            }
        }

        return entries.ToImmutable();
    }

    private static RuleEntry Entry(PolicyReading reading, Rules.RuleDescriptor rule, YamlNode node)
    {
        Located<Severity>? severity = null;
        Located<Mode>? mode = null;
        var options = ImmutableArray.CreateBuilder<OptionEntry>();
        foreach (var entry in MappingReader.Entries(reading, node, rule.Id))
        {
            switch (entry.Key)
            {
                case "severity":
                    severity = ValueReader.Choice(reading, entry.Value, "'severity'", PolicyWords.Severities);
                    break;
                case "mode":
                    mode = ValueReader.Choice(reading, entry.Value, "'mode'", PolicyWords.Modes);
                    break;
                default:
                    if (OptionReader.Read(reading, rule, entry) is { } option)
                    {
                        options.Add(option);
                    }

                    break;
            }
        }

        return new RuleEntry(rule, severity, mode, options.ToImmutable());
    }
}
