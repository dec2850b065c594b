using System.Collections.Generic;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>
/// The pattern of <c>format</c>: placeholders are numbers in braces, and braces that are text are doubled.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#format
/// </summary>
internal static class FormatPattern
{
    private const int LongestIndex = 3;

    /// <summary>What is wrong with a pattern that is given so many arguments, or null.</summary>
    public static FormatProblem? Problem(string pattern, int arguments)
    {
        var used = new HashSet<int>();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] is not ('{' or '}'))
            {
                continue;
            }

            if (at + 1 < pattern.Length && pattern[at + 1] == pattern[at])
            {
                at++;
                continue;
            }

            if (pattern[at] == '}')
            {
                return new FormatProblem(
                    "The format has a '}' that closes nothing; one that is text is doubled",
                    "Write '}}' where a brace is text"
                );
            }

            var (index, end) = Placeholder(pattern, at + 1);
            if (end < 0)
            {
                return new FormatProblem(
                    "The format has a '{' without a number and a '}' behind it; one that is text is doubled",
                    "Write '{{' where a brace is text, and '{0}' where the first argument goes"
                );
            }

            if (index >= arguments)
            {
                var given = arguments == 1 ? "1 argument is" : $"{arguments} arguments are";
                return new FormatProblem(
                    $"The format asks for {{{index}}}, and only {given} given behind it",
                    "Give an argument for each number of the format; the first is {0}"
                );
            }

            used.Add(index);
            at = end;
        }

        for (var index = 0; index < arguments; index++)
        {
            if (!used.Contains(index))
            {
                return new FormatProblem(
                    $"The format has no {{{index}}}, so that argument {index + 2} is not used",
                    $"Write {{{index}}} where the argument goes, or take it out"
                )
                {
                    Unused = index,
                };
            }
        }

        return null;
    }

    private static (int Index, int End) Placeholder(string pattern, int start)
    {
        var index = 0;
        var at = start;
        while (at < pattern.Length && pattern[at] is >= '0' and <= '9' && at - start < LongestIndex)
        {
            index = (index * 10) + (pattern[at++] - '0');
        }

        return at > start && at < pattern.Length && pattern[at] == '}' ? (index, at) : (0, -1);
    }
}

/// <summary>What is wrong with the pattern of a <c>format</c>.</summary>
/// <param name="Message">A sentence for people without a full stop.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record FormatProblem(string Message, string Remedy)
{
    /// <summary>Which argument, counted from zero behind the pattern, the pattern leaves out: services accept that.</summary>
    public int? Unused { get; init; }
}
