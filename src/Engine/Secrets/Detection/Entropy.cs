using System;

namespace Governance.Engine.Secrets.Detection;

/// <summary>How much of a text cannot be foretold from how often its characters come (Shannon, A Mathematical Theory of Communication, 1948).</summary>
internal static class Entropy
{
    private const int Ascii = 128;

    /// <summary>
    /// In bits a character: 0 for one character repeated, 4 at most for hexadecimal digits, 6 for base64. Characters that are not
    /// ASCII count as one.
    /// </summary>
    public static double Of(string text)
    {
        Span<int> counts = stackalloc int[Ascii];
        foreach (var sign in text)
        {
            counts[Math.Min((int)sign, Ascii - 1)]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / text.Length;
                bits -= share * Math.Log(share, 2);
            }
        }

        return bits;
    }
}
