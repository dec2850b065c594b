using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads one option of a rule; its type is that of the default on the rule's page.</summary>
internal static class OptionReader
{
    public static OptionEntry? Read(PolicyReading reading, RuleDescriptor rule, KeyedNode entry)
    {
        if (rule.Options.Find(entry.Key) is not { } standard)
        {
            ReportUnknown(reading, rule, entry);
            return null;
        }

        var value = standard.Type switch
        {
            "list" => ListOf(reading, rule, entry),
            "string" => ValueReader.Text(reading, entry.Value, $"'{entry.Key}'") is { } text
                ? OptionValue.Of(text.Value)
                : null,
            _ => Plain(reading, entry, standard),
        };
        return value is null ? null : new OptionEntry(entry.Key, value, entry.KeySpan);
    }

    private static OptionValue? ListOf(PolicyReading reading, RuleDescriptor rule, KeyedNode entry)
    {
        var what = $"'{entry.Key}'";
        var holdsGlobs =
            reading.Rules.DescribeOptions(rule).TryGetValue(entry.Key, out var description)
            && OptionDescriptions.SaysGlobs(description);
        var items = holdsGlobs
            ? GlobReader.Patterns(reading, entry.Value, what)
            : ValueReader.Texts(reading, entry.Value, what)?.Select(static text => text.Value).ToImmutableArray();
        return items is { } values ? OptionValue.Of(values) : null;
    }

    /// <summary>Numbers and truth values, which quotes would make texts of.</summary>
    private static OptionValue? Plain(PolicyReading reading, KeyedNode entry, OptionValue standard)
    {
        if (entry.Value is YamlScalar { Style: YamlScalarStyle.Plain } scalar)
        {
            if (
                standard.Type == "integer"
                && long.TryParse(
                    scalar.Value,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                return OptionValue.Of(number);
            }

            if (standard.Type == "boolean" && scalar.Value is "true" or "false")
            {
                return OptionValue.Of(scalar.Value == "true");
            }
        }

        reading.Report(
            entry.Value.Span,
            $"'{entry.Key}' is {ValueReader.Describe(entry.Value)}, where "
                + (standard.Type == "integer" ? "a whole number" : "true or false")
                + " is expected",
            $"Write a value such as {standard}"
        );
        return null;
    }

    private static void ReportUnknown(PolicyReading reading, RuleDescriptor rule, KeyedNode entry)
    {
        var known = PolicyKeys
            .Rule.Keys.Select(static key => key.Name)
            .Concat(rule.Options.All.Select(static option => option.Name))
            .ToList();
        var nearest = Spelling.Nearest(entry.Key, known);
        reading.Report(
            entry.KeySpan,
            $"{rule.Id} has no option {ValueReader.Quote(entry.Key)}",
            nearest is null ? $"Take one of: {string.Join(", ", known)}" : $"Did you mean '{nearest}'?"
        );
    }
}
