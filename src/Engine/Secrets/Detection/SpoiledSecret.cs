using System;
using System.Linq;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// Tells what is none for those detectors that know no form: what begins as the secrets of a service do, and was no secret to the one
/// that knows them (cut off, of a wrong checksum, made up), and what looks as a hash does where the name says next to nothing.
/// </summary>
internal static class SpoiledSecret
{
    private const int LongestPrefix = 24;

    /// <summary>Whether it is none.</summary>
    /// <param name="name">The plain name it is given to.</param>
    /// <param name="value">The value, which no exact detector has taken.</param>
    public static bool Is(string name, string value) =>
        HasPrefix(value)
        || value.StartsWith("eyJ", StringComparison.Ordinal) && value.Count(static sign => sign == '.') == 2
        || name == "token" && IsHash(value);

    private static bool HasPrefix(string value)
    {
        for (var at = 3; at < value.Length && at < LongestPrefix; at++)
        {
            if (value[at] is '_' or '-' && DetectorCatalog.Prefixes.Contains(value.Substring(0, at + 1)))
            {
                return true;
            }
        }

        return false;
    }

    // MD5, SHA-1, SHA-256, SHA-512: whatever a program takes apart or compares is a token to it.
    private static bool IsHash(string value) =>
        value.Length is 32 or 40 or 64 or 128
        && value.All(static sign => sign is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
