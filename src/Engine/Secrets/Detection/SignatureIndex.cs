using System;
using System.Collections.Generic;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// Finds all of a set of short texts in one pass, without case. Three characters at a time are looked up in a table that fits
/// the processor's first cache, and what they may begin is compared only where the table says so. Above some forty texts that is
/// several times as fast as the vectorised search of .NET, and it is the same on every target.
/// </summary>
internal sealed class SignatureIndex
{
    private const int Bits = 5;
    private const int Mask = (1 << (3 * Bits)) - 1;

    private readonly bool[] _begins = new bool[Mask + 1];
    private readonly Dictionary<int, List<string>> _texts = [];

    /// <summary>Prepares the search.</summary>
    /// <param name="texts">What is searched for: ASCII, three characters and more each.</param>
    public SignatureIndex(IEnumerable<string> texts)
    {
        foreach (var one in texts)
        {
            var text = one.ToLowerInvariant();
            var key = KeyOf(text, 0);
            _begins[key] = true;
            if (!_texts.TryGetValue(key, out var alike))
            {
                _texts.Add(key, alike = []);
            }

            if (!alike.Contains(text))
            {
                alike.Add(text);
            }
        }
    }

    /// <summary>The next place from <paramref name="from"/> on where one of the texts may begin; the text's length where there is none.</summary>
    public int Next(string text, int from)
    {
        var begins = _begins;
        if (text.Length - from < 3)
        {
            return text.Length;
        }

        var key = ((text[from] & 31) << Bits) | (text[from + 1] & 31);
        for (var at = from + 2; at < text.Length; at++)
        {
            key = ((key << Bits) | (text[at] & 31)) & Mask;
            if (begins[key])
            {
                return at - 2;
            }
        }

        return text.Length;
    }

    /// <summary>Whether one of the texts stands anywhere.</summary>
    public bool IsIn(string text)
    {
        for (var at = Next(text, 0); at < text.Length; at = Next(text, at + 1))
        {
            foreach (var one in MayBegin(text, at))
            {
                if (Stands(one, text, at))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The texts that stand at a place, in lower case.</summary>
    public void At(string text, int at, List<string> found)
    {
        found.Clear();
        foreach (var one in MayBegin(text, at))
        {
            if (Stands(one, text, at))
            {
                found.Add(one);
            }
        }
    }

    private List<string> MayBegin(string text, int at) => _texts[KeyOf(text, at)];

    private static bool Stands(string one, string text, int at) =>
        string.Compare(text, at, one, 0, one.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int KeyOf(string text, int at) =>
        ((text[at] & 31) << (2 * Bits)) | ((text[at + 1] & 31) << Bits) | (text[at + 2] & 31);
}
