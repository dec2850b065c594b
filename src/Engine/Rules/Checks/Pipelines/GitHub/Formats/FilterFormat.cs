using System;
using System.Collections.Generic;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;

/// <summary>
/// Filters of branches, tags and paths. What is wrong here GitHub accepts, and matches nothing with it.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
/// https://git-scm.com/docs/git-check-ref-format
/// </summary>
internal static class FilterFormat
{
    private const string Escapable = "[?+*\\!";
    private const string NeverInRef = " ~^:";

    /// <summary>Judges a filter of branches or tags.</summary>
    public static IEnumerable<FormatProblem> CheckRef(string value)
    {
        foreach (var problem in CheckPattern(value))
        {
            yield return problem;
        }

        var start = value.StartsWith("!", StringComparison.Ordinal) ? 1 : 0;
        if (value.IndexOf('/', start) == start)
        {
            yield return At(
                start,
                "A branch or tag never begins with '/'",
                "Remove the '/'; this is a pattern, no regular expression"
            );
        }

        for (var i = start; i < value.Length; i++)
        {
            if (value[i] == '\\' && (i + 1 == value.Length || !Escapable.Contains(value[i + 1].ToString())))
            {
                yield return At(
                    i,
                    "A branch or tag never holds '\\'",
                    "Remove it; this is a pattern, no regular expression"
                );
            }
            else if (NeverInRef.IndexOf(value[i]) >= 0)
            {
                yield return At(i, $"A branch or tag never holds '{value[i]}'", "Remove it");
                yield break;
            }
        }

        if (value.Length > start + 1 && value[value.Length - 1] is '/' or '.')
        {
            yield return At(
                value.Length - 1,
                $"A branch or tag never ends with '{value[value.Length - 1]}'",
                "Remove it, or add '**' behind it"
            );
        }
    }

    /// <summary>Judges a filter of paths.</summary>
    public static IEnumerable<FormatProblem> CheckPath(string value)
    {
        if (value.Trim().Length != value.Length)
        {
            yield return new FormatProblem(
                0,
                value.Length,
                "The pattern begins or ends with a space or line break, and matches no path",
                "Remove it"
            );
            yield break;
        }

        foreach (var problem in CheckPattern(value))
        {
            yield return problem;
        }

        var path = value.StartsWith("!", StringComparison.Ordinal) ? value.Substring(1) : value;
        if (Array.Exists(path.Split('/'), static part => part is "." or ".."))
        {
            yield return new FormatProblem(
                0,
                value.Length,
                "No path that changed holds '.' or '..' as a folder, so that the pattern matches none",
                "Write the path from the root of the repository, without './'"
            );
        }
    }

    /// <summary>Judges what all patterns share.</summary>
    public static IEnumerable<FormatProblem> CheckPattern(string value)
    {
        if (value == "!")
        {
            yield return At(0, "Nothing follows the '!'", "Write what is left out behind it");
        }

        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\')
            {
                i++;
            }
            else if (value[i] == '[')
            {
                var close = value.IndexOf(']', i + 1);
                if (WhyNotClass(value, i, close) is { } problem)
                {
                    yield return problem;
                }

                i = close < 0 ? value.Length : close;
            }
        }
    }

    private static FormatProblem? WhyNotClass(string value, int open, int close)
    {
        if (close < 0)
        {
            return At(value.Length - 1, "The '[' has no ']'", "Add the ']', or write '\\[' for the character itself");
        }

        if (close - open == 2)
        {
            return At(close, $"'{value.Substring(open, 3)}' matches one character only", $"Write '{value[open + 1]}'");
        }

        for (var i = open + 1; i + 2 < close; i++)
        {
            if (value[i + 1] == '-' && value[i] > value[i + 2])
            {
                return At(
                    i + 2,
                    $"The range '{value.Substring(i, 3)}' runs backwards, and matches nothing",
                    $"Write '{value[i + 2]}-{value[i]}'"
                );
            }
        }

        return null;
    }

    private static FormatProblem At(int offset, string message, string remedy) =>
        new(Math.Max(0, offset), 1, message, remedy);
}
