using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// A run of characters of one class before a signature, written as in a pattern: <c>[A-Za-z0-9]{76}</c>, or <c>[=+]{0}</c> for what
/// does not stand there.
/// </summary>
internal sealed class CharacterRun
{
    private static readonly char[] Bounds = ['{', ',', '}'];

    private readonly bool[] _members = new bool[128];
    private readonly int _least;
    private readonly int _most;

    /// <summary>Reads a run.</summary>
    /// <param name="pattern">A class in brackets and how many characters there are: <c>{n}</c> or <c>{least,most}</c>.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public CharacterRun(string pattern)
    {
        var end = pattern.LastIndexOf(']');
        if (end < 0)
        {
            throw new FormatException($"'{pattern}' is no class of characters with a number");
        }

        var isMember = new Regex("^" + pattern.Substring(0, end + 1) + "$", RegexOptions.CultureInvariant);
        for (var sign = 0; sign < _members.Length; sign++)
        {
            _members[sign] = isMember.IsMatch(((char)sign).ToString());
        }

        var numbers = pattern.Substring(end + 1).Split(Bounds, StringSplitOptions.RemoveEmptyEntries);
        _least = int.Parse(numbers[0], CultureInfo.InvariantCulture);
        _most = int.Parse(numbers[numbers.Length - 1], CultureInfo.InvariantCulture);
    }

    /// <summary>Where the run begins that ends before <paramref name="end"/>; -1 where it is too short or too long.</summary>
    public int StartBefore(string text, int end)
    {
        var members = _members;
        var start = end;
        var limit = Math.Max(0, end - _most - 1);
        while (start > limit && text[start - 1] < members.Length && members[text[start - 1]])
        {
            start--;
        }

        var length = end - start;
        return length >= _least && length <= _most ? start : -1;
    }
}
