using System;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Problems that more than one reader finds.</summary>
internal static class YamlProblems
{
    /// <summary>A tab in indentation.</summary>
    public const string Tab = "a tab stands where YAML takes spaces only";

    /// <summary>A second anchor.</summary>
    public const string TwoAnchors = "a value has two anchors";

    /// <summary>A second tag.</summary>
    public const string TwoTags = "a value has two tags";

    private const string ConflictMarker = "<<<<<<< ";

    /// <summary>A value whose first character means something else.</summary>
    public static string MustBeQuoted(char first) => $"a value that starts with '{first}' must be quoted";

    /// <summary>What is wrong with the character at a cursor, at which no value can start.</summary>
    public static string CannotStart(YamlCursor cursor) =>
        cursor.Current switch
        {
            '%' when cursor.Pos == cursor.LineStart =>
                "a directive may stand at the beginning and behind '...' only; a value that starts with '%' must be quoted",
            '%' or '@' or '`' or '|' or '>' => MustBeQuoted(cursor.Current),
            '#' => "a space is expected before this '#', which else starts no comment",
            '-' => "a list item ('-') is not allowed within brackets",
            _ => "a value is expected here",
        };

    /// <summary>The conflict marker of a merge that begins a line up to an offset, or null.</summary>
    public static SyntaxProblem? FindConflict(SourceText source, int end)
    {
        var text = source.Text;
        var limit = Math.Min(text.Length, end + ConflictMarker.Length);
        for (var start = 0; start < limit; )
        {
            var marker = text.IndexOf(ConflictMarker, start, limit - start, StringComparison.Ordinal);
            if (marker < 0)
            {
                return null;
            }

            if (marker == 0 || YamlChars.IsBreak(text[marker - 1]))
            {
                var length = text.AsSpan(marker).IndexOfAny('\n', '\r');
                return new SyntaxProblem(
                    "a merge conflict is not resolved",
                    source.Span(marker, length < 0 ? text.Length - marker : length)
                );
            }

            start = marker + 1;
        }

        return null;
    }
}
