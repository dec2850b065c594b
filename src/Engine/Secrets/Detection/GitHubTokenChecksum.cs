using System.Linq;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// The checksum that GitHub's tokens end in: CRC-32 of what stands before it, behind the prefix, as six digits of base 62
/// (https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/).
/// </summary>
internal static class GitHubTokenChecksum
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Length = 6;

    private static readonly uint[] Remainders = Enumerable
        .Range(0, 256)
        .Select(static sign => Remainder((uint)sign))
        .ToArray();

    /// <summary>Whether a token such as <c>ghp_...</c> ends in the checksum of its middle.</summary>
    public static bool Holds(string token)
    {
        var start = token.IndexOf('_') + 1;
        var end = token.Length - Length;
        return end > start && string.CompareOrdinal(token, end, Of(token, start, end), 0, Length) == 0;
    }

    /// <summary>The checksum of a part of an ASCII text.</summary>
    public static string Of(string text, int start, int end)
    {
        var rest = Crc32(text, start, end);
        var digits = new char[Length];
        for (var at = Length - 1; at >= 0; at--)
        {
            digits[at] = Digits[(int)(rest % 62)];
            rest /= 62;
        }

        return new string(digits);
    }

    // ISO 3309, as in Ethernet and zip.
    private static uint Crc32(string text, int start, int end)
    {
        var crc = uint.MaxValue;
        for (var at = start; at < end; at++)
        {
            crc = crc >> 8 ^ Remainders[(byte)(crc ^ text[at])];
        }

        return ~crc;
    }

    private static uint Remainder(uint crc)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }

        return crc;
    }
}
