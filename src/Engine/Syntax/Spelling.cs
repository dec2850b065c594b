using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Governance.Engine.Syntax;

/// <summary>Finds the word that somebody most likely meant.</summary>
public static class Spelling
{
    /// <summary>Longer words are no slips of the pen, and comparing them would cost.</summary>
    private const int MaxLength = 64;

    /// <summary>The candidate nearest to a word, or null where none is near. Case and the style of joining words count little.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var written = Plain(word);
        if (written.Length is 0 or > MaxLength)
        {
            return null;
        }

        return candidates
            .Select(candidate => (Candidate: candidate, Cost: Cost(written, Plain(candidate))))
            .Where(static pair => pair.Cost < int.MaxValue)
            .OrderBy(static pair => pair.Cost)
            .ThenBy(static pair => pair.Candidate, StringComparer.Ordinal)
            .Select(static pair => pair.Candidate)
            .FirstOrDefault();
    }

    private static int Cost(string written, string candidate)
    {
        if (candidate.Length is 0 or > MaxLength)
        {
            return int.MaxValue;
        }

        // Ids differ in digits alone, so that two slips lead from any one to many others.
        var slips = written.Any(char.IsDigit) ? 1 : Math.Min(written.Length, candidate.Length) / 3;
        var limit = Math.Max(1, slips);
        var difference = Math.Abs(written.Length - candidate.Length);
        var distance = difference <= limit ? Distance(written, candidate) : int.MaxValue;
        if (distance <= limit)
        {
            return distance;
        }

        var shortened =
            Math.Min(written.Length, candidate.Length) >= 3
            && (
                candidate.StartsWith(written, StringComparison.Ordinal)
                || written.StartsWith(candidate, StringComparison.Ordinal)
            );
        return shortened ? limit + difference : int.MaxValue;
    }

    /// <summary>Damerau and Levenshtein's distance in its restricted form: no piece is edited twice.</summary>
    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var cost = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + change);
                var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                current[j] = isSwap ? Math.Min(cost, beforeLast[j - 2] + 1) : cost;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }

    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is not ('-' or '_' or ' '))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }
}
