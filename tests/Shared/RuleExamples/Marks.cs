using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.Tests.RuleExamples;

/// <summary>The marks <c># error: GOV0201 part of the message</c> and <c>[|span|]</c> of an example's lines.</summary>
internal static partial class Marks
{
    /// <summary>A mark that does not know its place yet.</summary>
    public sealed record Mark(Severity Severity, string RuleId, string MessagePart)
    {
        public ExpectedFinding At(string path, int? line, SourceSpan? span) =>
            new(Severity, RuleId, MessagePart, path, line, span);
    }

    /// <summary>The line without its marks.</summary>
    public static string Strip(string line, out IReadOnlyList<Mark> marks)
    {
        var first = MarkPattern().Match(line);
        if (!first.Success)
        {
            marks = [];
            return line;
        }

        marks =
        [
            .. MarkPattern()
                .Matches(line)
                .Select(static match => new Mark(
                    Enum.Parse<Severity>(match.Groups["severity"].Value, ignoreCase: true),
                    match.Groups["id"].Value,
                    match.Groups["text"].Value.Trim()
                )),
        ];
        return line[..first.Index].TrimEnd();
    }

    /// <summary>A file's text without its marks, which are added to <paramref name="expected"/>.</summary>
    public static string StripAll(string text, string path, ImmutableArray<ExpectedFinding>.Builder expected)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = Strip(lines[index], out var marks);
            SourceSpan? span = null;
            if (marks.Count > 0 && line.Contains("[|", StringComparison.Ordinal))
            {
                var start = line.IndexOf("[|", StringComparison.Ordinal);
                var end = line.IndexOf("|]", StringComparison.Ordinal) - 2;
                span = new SourceSpan(index + 1, start + 1, index + 1, end + 1);
                line = new StringBuilder(line).Remove(end + 2, 2).Remove(start, 2).ToString();
            }

            lines[index] = line;
            expected.AddRange(marks.Select(mark => mark.At(path, index + 1, span)));
        }

        return string.Join("\n", lines);
    }

    [GeneratedRegex(
        @"\s# (?<severity>error|warning|note): (?<id>GOV\d{4}(?:/[a-z0-9-]+)?)(?<text>.*?)(?=\s# (?:error|warning|note): GOV|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MarkPattern();
}
