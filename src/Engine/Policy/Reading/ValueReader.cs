using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads single values: null, with a problem reported, where the node is of another type.</summary>
internal static class ValueReader
{
    /// <summary>How dates are written.</summary>
    public const string DateFormat = "yyyy-MM-dd";

    public static Located<string>? Text(PolicyReading reading, YamlNode node, string what)
    {
        if (node is YamlScalar scalar && scalar.Value.Trim().Length > 0)
        {
            return new Located<string>(scalar.Value.Trim(), scalar.Span);
        }

        var found = node is YamlScalar ? "empty" : Describe(node) + ", where a text is expected";
        reading.Report(node.Span, $"{what} is {found}", "Write a text");
        return null;
    }

    /// <summary>The items of a list, with aliases resolved one by one: what an item holds counts before the next is looked at.</summary>
    /// <param name="reading">Takes the problems.</param>
    /// <param name="node">The list.</param>
    /// <param name="what">What it is, to begin a sentence with.</param>
    /// <param name="remedy">What to do where it is none.</param>
    public static IEnumerable<YamlNode>? Items(PolicyReading reading, YamlNode node, string what, string remedy)
    {
        if (node is not YamlSequence list)
        {
            reading.Report(node.Span, $"{what} is {Describe(node)}, where a list is expected", remedy);
            return null;
        }

        return list.Items.Select(reading.Resolve).OfType<YamlNode>();
    }

    /// <summary>A list of texts; an item that is none is left out.</summary>
    public static ImmutableArray<Located<string>>? Texts(PolicyReading reading, YamlNode node, string what)
    {
        var example = node is YamlScalar scalar ? $"Write [{Shorten(scalar.Value)}]" : "Write a list, as in [one, two]";
        if (Items(reading, node, what, example) is not { } items)
        {
            return null;
        }

        var texts = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var item in items)
        {
            if (Text(reading, item, $"An item of {what}") is { } text)
            {
                texts.Add(text);
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>One of several words.</summary>
    public static Located<T>? Choice<T>(
        PolicyReading reading,
        YamlNode node,
        string what,
        IReadOnlyList<KeyValuePair<string, T>> choices
    )
    {
        if (Text(reading, node, what) is not { } text)
        {
            return null;
        }

        foreach (var choice in choices)
        {
            if (choice.Key == text.Value)
            {
                return new Located<T>(choice.Value, text.Span);
            }
        }

        var words = choices.Select(static choice => choice.Key).ToList();
        var nearest = Spelling.Nearest(text.Value, words);
        reading.Report(
            text.Span,
            $"{what} is {Quote(text.Value)}, where one of {string.Join(", ", words)} is expected",
            nearest is null ? $"Take one of: {string.Join(", ", words)}" : $"Did you mean '{nearest}'?"
        );
        return null;
    }

    /// <summary>A whole number of at least one.</summary>
    public static Located<int>? Count(PolicyReading reading, YamlNode node, string what)
    {
        if (Text(reading, node, what) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1)
        {
            return new Located<int>(number, text.Span);
        }

        reading.Report(
            text.Span,
            $"{what} is {Quote(text.Value)}, where a whole number from 1 is expected",
            "Write a number such as 1"
        );
        return null;
    }

    /// <summary>A date without a time of day.</summary>
    public static Located<DateTime>? Date(PolicyReading reading, YamlNode node, string what)
    {
        if (Text(reading, node, what) is not { } text)
        {
            return null;
        }

        if (ParseDate(text.Value) is { } date)
        {
            return new Located<DateTime>(date, text.Span);
        }

        reading.Report(
            text.Span,
            $"{what} is {Quote(text.Value)}, which is no day of the calendar as {DateFormat} writes it",
            "Write year, month and day, as in 2027-01-31"
        );
        return null;
    }

    /// <summary>A date in the one form that is read, everywhere in policies and comments; null for anything else.</summary>
    public static DateTime? ParseDate(string text) =>
        DateTime.TryParseExact(
            text,
            DateFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var date
        )
            ? date
            : null;

    /// <summary>What a node is, for messages.</summary>
    public static string Describe(YamlNode node) =>
        node switch
        {
            YamlMapping => "a mapping",
            YamlSequence => "a list",
            YamlScalar { IsNull: true } or YamlAlias => "nothing",
            YamlScalar scalar => "the text " + Quote(scalar.Value),
            _ => "something else",
        };

    /// <summary>A text in quotes, cut to a length that a message can bear.</summary>
    public static string Quote(string text) => $"'{Shorten(text)}'";

    private static string Shorten(string text) => text.Length <= 40 ? text : text.Substring(0, 39) + "…";
}
