using System;
using System.Collections.Generic;

namespace Governance.Engine.Secrets.Detection;

/// <summary>How much of a text cannot be foretold from how often its characters come (Shannon, A Mathematical Theory of Communication, 1948).</summary>
internal static class Entropy
{
    /// <summary>In bits a character: 0 for one character repeated, 4 at most for hexadecimal digits, 6 for base64.</summary>
    public static double Of(string text)
    {
        var counts = new Dictionary<char, int>();
        foreach (var sign in text)
        {
            counts[sign] = counts.TryGetValue(sign, out var count) ? count + 1 : 1;
        }

        var bits = 0.0;
        foreach (var count in counts.Values)
        {
            var share = (double)count / text.Length;
            bits -= share * Math.Log(share, 2);
        }

        return bits;
    }
}
