using System;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>How a folder's name comes to look like another one; the lower, the surer.</summary>
internal enum Likeness
{
    Case,
    LeadingDot,
    Number,
    Synonym,
    Typo,
    None,
}

/// <summary>Compares names of folders.</summary>
internal static class NameLikeness
{
    // A single letter turns 'code' into 'core' and 'tests' into 'texts'; in longer names it is a slip of the hand.
    private const int ShortestForOneLetter = 6;
    private const int ShortestForSwap = 4;

    /// <summary>How <paramref name="actual"/> is like <paramref name="expected"/>, which it does not equal.</summary>
    public static Likeness Compare(string actual, string expected)
    {
        var left = actual.ToLowerInvariant();
        var right = expected.ToLowerInvariant();
        if (left == right)
        {
            return Likeness.Case;
        }

        if (right == "." + left)
        {
            return Likeness.LeadingDot;
        }

        // A dot makes another folder of it: '.pipelines' holds a forge's pipelines, not those of Azure ML.
        if (left[0] != right[0] && (left[0] == '.' || right[0] == '.'))
        {
            return Likeness.None;
        }

        if (left == right + "s" || right == left + "s")
        {
            return Likeness.Number;
        }

        return IsTypo(left, right) ? Likeness.Typo : Likeness.None;
    }

    private static bool IsTypo(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        var same = 0;
        while (same < left.Length && same < right.Length && left[same] == right[same])
        {
            same++;
        }

        if (IsSwap(left, right, same))
        {
            return right.Length >= ShortestForSwap;
        }

        var leftRest = left.Length - same - (left.Length >= right.Length ? 1 : 0);
        var rightRest = right.Length - same - (right.Length >= left.Length ? 1 : 0);
        return right.Length >= ShortestForOneLetter
            && leftRest == rightRest
            && leftRest >= 0
            && string.CompareOrdinal(left, left.Length - leftRest, right, right.Length - rightRest, leftRest) == 0;
    }

    private static bool IsSwap(string left, string right, int same) =>
        left.Length == right.Length
        && same + 1 < left.Length
        && left[same] == right[same + 1]
        && left[same + 1] == right[same]
        && string.CompareOrdinal(left, same + 2, right, same + 2, left.Length) == 0;
}
