using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.PolicyCli.Fixing;

/// <summary>Applies replacements to a text, and shows them as a unified diff.</summary>
internal static class TextEdits
{
    private const int ContextLines = 3;
    private const int LongestShownLine = 160;

    /// <summary>The text with all replacements made; they must not overlap.</summary>
    public static string Apply(SourceText source, IEnumerable<ReplaceText> edits)
    {
        var result = new StringBuilder();
        var position = 0;
        foreach (var edit in Ordered(edits))
        {
            var start = source.Offset(edit.Span.StartLine, edit.Span.StartColumn);
            result.Append(source.Text, position, start - position).Append(edit.NewText);
            position = source.Offset(edit.Span.EndLine, edit.Span.EndColumn);
        }

        return result.Append(source.Text, position, source.Text.Length - position).ToString();
    }

    /// <summary>The unified diff of the replacements, lines that run long cut short.</summary>
    public static IEnumerable<string> Diff(string path, SourceText source, IReadOnlyCollection<ReplaceText> edits)
    {
        yield return $"--- a/{path}";
        yield return $"+++ b/{path}";
        var shift = 0;
        foreach (var hunk in Hunks(edits))
        {
            var first = hunk[0].Span.StartLine;
            var last = hunk[^1].Span.EndLine;
            var from = Math.Max(1, first - ContextLines);
            var to = Math.Min(LastLine(source), last + ContextLines);
            var replaced = NewLines(source, first, last, hunk);
            var oldCount = to - from + 1;
            var newCount = oldCount - (last - first + 1) + replaced.Length;
            yield return $"@@ -{from},{oldCount} +{from + shift},{newCount} @@";
            foreach (var line in Lines(source, from, first - 1, ' ').Concat(Lines(source, first, last, '-')))
            {
                yield return line;
            }

            foreach (
                var line in replaced.Select(static line => Cut('+' + line)).Concat(Lines(source, last + 1, to, ' '))
            )
            {
                yield return line;
            }

            shift += newCount - oldCount;
        }
    }

    private static string[] NewLines(SourceText source, int first, int last, IEnumerable<ReplaceText> edits)
    {
        var start = source.Offset(first, 1);
        var end = source.Offset(last, 1) + source.Line(last).Length;
        var part = new SourceText(source.Text[start..end]);
        var moved = edits.Select(edit =>
            edit with
            {
                Span = edit.Span with
                {
                    StartLine = edit.Span.StartLine - first + 1,
                    EndLine = edit.Span.EndLine - first + 1,
                },
            }
        );
        return Apply(part, moved).ReplaceLineEndings("\n").Split('\n');
    }

    private static IEnumerable<List<ReplaceText>> Hunks(IEnumerable<ReplaceText> edits)
    {
        List<ReplaceText>? hunk = null;
        foreach (var edit in Ordered(edits))
        {
            if (hunk is not null && edit.Span.StartLine <= hunk[^1].Span.EndLine + (2 * ContextLines))
            {
                hunk.Add(edit);
                continue;
            }

            if (hunk is not null)
            {
                yield return hunk;
            }

            hunk = [edit];
        }

        if (hunk is not null)
        {
            yield return hunk;
        }
    }

    private static IEnumerable<string> Lines(SourceText source, int from, int to, char sign)
    {
        for (var line = from; line <= to; line++)
        {
            yield return Cut(sign + source.Line(line));
        }
    }

    private static int LastLine(SourceText source) =>
        source.LineCount > 1 && source.Line(source.LineCount).Length == 0 ? source.LineCount - 1 : source.LineCount;

    private static string Cut(string line) =>
        line.Length <= LongestShownLine ? line : line[..(LongestShownLine - 1)] + "…";

    private static IEnumerable<ReplaceText> Ordered(IEnumerable<ReplaceText> edits) =>
        edits.OrderBy(static edit => edit.Span);
}
