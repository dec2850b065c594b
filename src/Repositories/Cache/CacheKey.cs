using System;
using System.Globalization;
using System.Runtime.InteropServices;
using Governance.Engine.Analysis;

namespace Governance.Repositories.Cache;

/// <summary>A <see cref="FileResultKey"/> of fixed size: the first 160 bits of the object id, length, class and dialect.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct CacheKey
{
    private const int HexDigits = 40;

    private CacheKey(ulong first, ulong second, uint third, long length, int kind)
    {
        First = first;
        Second = second;
        Third = third;
        Length = length;
        Kind = kind;
    }

    /// <summary>The first 64 bits of the id; evenly spread, as the id is a hash.</summary>
    public ulong First { get; }

    private ulong Second { get; }

    private long Length { get; }

    private uint Third { get; }

    private int Kind { get; }

    /// <summary>Makes a key; false where the id is none of git's.</summary>
    public static bool TryMake(FileResultKey key, out CacheKey made)
    {
        var id = key.BlobId.AsSpan();
        if (
            id.Length >= HexDigits
            && ulong.TryParse(id[..16], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var first)
            && ulong.TryParse(id[16..32], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var second)
            && uint.TryParse(id[32..40], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var third)
        )
        {
            made = new CacheKey(first, second, third, key.Length, (int)key.Class | (key.Dialect << 8));
            return true;
        }

        made = default;
        return false;
    }
}
