using System;
using System.Collections.Immutable;
using YamlDotNet.Core;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Says in plain words what YamlDotNet found wrong, and where a reader should look.</summary>
internal static class YamlProblems
{
    private const string ConflictMarker = "<<<<<<< ";
    private const string Tab = "a tab stands where YAML takes spaces only";
    private const string ShallowQuote = "multi-line double-quoted";

    // A part of YamlDotNet's message, and what it means to who wrote the file. The first that fits wins.
    private static readonly ImmutableArray<(string Part, string Message)> s_messages = ImmutableArray.Create(
        ("unexpected end of stream", "this quotation mark is never closed"),
        (ShallowQuote, "this quotation mark is not closed, or the text in it is not indented"),
        ("unexpected document indicator", "this quotation mark is not closed before the next document"),
        ("unknown escape", "a double-quoted text holds an unknown escape; double its backslashes or use single quotes"),
        ("hexadecimal number", "an escape in a double-quoted text lacks hexadecimal digits"),
        ("invalid Unicode", "an escape in a double-quoted text names no Unicode character"),
        (
            "invalid mapping",
            "a second ':' followed by a space stands in an unquoted value, or a key is indented too far"
        ),
        ("Mapping values are not allowed", "a key and its value are not allowed here"),
        ("Block sequence entries are not allowed", "a list item is not allowed on the line of its key"),
        ("did not find expected key", "a key is expected here, at the indentation of the keys before it"),
        ("expected '-' indicator", "a list item ('-') is expected here, at the indentation of the items before it"),
        ("could not find expected ':'", "a ':' is expected behind this key"),
        ("disallowed: []{},", "a value that starts with '*' or '&' must be quoted"),
        ("more than one anchor", "a value has two anchors"),
        ("undefined tag handle", "the tag's handle is not declared; a value that starts with '!' must be quoted"),
        ("incompatible YAML", "the document asks for a version of YAML other than 1"),
        ("comment or line break", "only a comment may follow '|' or '>' on its line"),
        ("<document end>", "the document ends before this text, at the end of the value it consists of"),
        ("<document start>", "the document ends before this text, at the end of the value it consists of")
    );

    /// <summary>Whether YamlDotNet wants the lines of a double-quoted text indented deeper.</summary>
    public static bool IsShallowQuote(YamlException exception) => Has(exception.Message, ShallowQuote);

    /// <summary>The problem behind an exception.</summary>
    public static SyntaxProblem Describe(Exception exception, YamlTreeBuilder tree, YamlPlaces places) =>
        exception is YamlException meant ? Describe(meant, tree, places) : DescribeAccident(tree, places);

    private static SyntaxProblem Describe(YamlException exception, YamlTreeBuilder tree, YamlPlaces places)
    {
        var start = places.Offset(exception.Start);
        if (FindConflict(places, places.Offset(exception.End)) is { } conflict)
        {
            return conflict;
        }

        var text = exception.Message;
        if (Has(text, "flow ") || (Has(text, "node content") && start >= places.TrimEnd(0, places.Text.Length)))
        {
            return Unclosed(tree, places) ?? At(places, start, "a value is expected here");
        }

        if (Has(text, "tab "))
        {
            return At(places, FindTab(places, Math.Max(tree.End, places.Offset(exception.End))), Tab);
        }

        if (Has(text, "cannot start any token") && start < places.Text.Length)
        {
            var first = places.Text[start];
            return At(places, start, first == '\t' ? Tab : $"a value that starts with '{first}' must be quoted");
        }

        foreach (var (part, message) in s_messages)
        {
            if (Has(text, part))
            {
                return At(places, start, message);
            }
        }

        return Has(text, "node content")
            ? At(places, start, "a value is expected here")
            : At(places, start, "this is no YAML: " + char.ToLowerInvariant(text[0]) + text.Substring(1).TrimEnd('.'));
    }

    // An exception that YamlDotNet does not mean says nothing.
    private static SyntaxProblem DescribeAccident(YamlTreeBuilder tree, YamlPlaces places)
    {
        var start = places.SkipSpace(tree.End);
        return FindConflict(places, places.Text.Length)
            ?? Unclosed(tree, places)
            ?? At(places, start, "this is no YAML, here or shortly after");
    }

    private static SyntaxProblem? Unclosed(YamlTreeBuilder tree, YamlPlaces places)
    {
        if (tree.OpenBracket < 0)
        {
            return null;
        }

        var open = places.Text[tree.OpenBracket];
        var close = open == '{' ? '}' : ']';
        return At(
            places,
            tree.OpenBracket,
            $"this '{open}' is not closed by a '{close}', or a ',' is missing behind it"
        );
    }

    private static SyntaxProblem? FindConflict(YamlPlaces places, int end)
    {
        var marker = places.Text.IndexOf(
            ConflictMarker,
            0,
            Math.Min(places.Text.Length, end + ConflictMarker.Length),
            StringComparison.Ordinal
        );
        return marker == 0 || (marker > 0 && places.Text[marker - 1] is '\n' or '\r')
            ? new SyntaxProblem("a merge conflict is not resolved", places.Span(marker, places.EndOfLine(marker)))
            : null;
    }

    private static int FindTab(YamlPlaces places, int start)
    {
        var tab = places.Text.IndexOf('\t', start);
        return tab < 0 ? start : tab;
    }

    private static SyntaxProblem At(YamlPlaces places, int start, string message) =>
        new(message, places.Span(start, Math.Min(start + 1, places.EndOfLine(start))));

    private static bool Has(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
}
