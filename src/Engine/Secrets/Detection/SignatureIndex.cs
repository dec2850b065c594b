using System.Collections.Generic;
#if NET
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// Finds all of a set of short texts in one pass, without case. Three characters at a time are looked up in a table that fits
/// the processor's first cache, and what they may begin is compared only where the table says so, and the fourth may follow. Above some
/// forty texts that is several times as fast as the vectorised search of .NET, and it finds the same on every target.
/// </summary>
internal sealed class SignatureIndex
{
    private const int Bits = 5;
    private const int Low = (1 << Bits) - 1;
    private const int Mask = (1 << (3 * Bits)) - 1;

    // Whether a text begins with three characters, of which the low bits count.
    private readonly byte[] _begins = new byte[Mask + 1];

    // What may follow them: a bit for the low bits of each fourth character, and all bits where a text ends before it.
    private readonly uint[] _follows = new uint[Mask + 1];
    private readonly Dictionary<int, List<string>> _texts = [];

    /// <summary>Prepares the search.</summary>
    /// <param name="texts">What is searched for: ASCII, three characters and more each.</param>
    public SignatureIndex(IEnumerable<string> texts)
    {
        foreach (var one in texts)
        {
            var text = one.ToLowerInvariant();
            var key = KeyOf(text, 0);
            _begins[key] = 1;
            _follows[key] |= text.Length == 3 ? uint.MaxValue : 1u << (text[3] & Low);
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
        var at = from;
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            at = NextOfEight(text, from);
        }
#endif

        for (; at + 3 <= text.Length; at++)
        {
            var key = KeyOf(text, at);
            if (_begins[key] != 0 && MayFollow(text, at + 3, key))
            {
                return at;
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

#if NET
    // Eight places at a time; where none of them is one, those of the text's end are left.
    private int NextOfEight(string text, int from)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
        ref var begins = ref MemoryMarshal.GetArrayDataReference(_begins);
        var low = Vector128.Create((ushort)Low);
        var at = from;
        for (; at + Vector128<ushort>.Count + 2 <= text.Length; at += Vector128<ushort>.Count)
        {
            var keys =
                ((Vector128.LoadUnsafe(ref first, (nuint)at) & low) << (2 * Bits))
                | ((Vector128.LoadUnsafe(ref first, (nuint)at + 1) & low) << Bits)
                | (Vector128.LoadUnsafe(ref first, (nuint)at + 2) & low);
            if (
                (Begins(ref begins, keys.AsUInt64().ToScalar()) | Begins(ref begins, keys.AsUInt64().GetElement(1)))
                == 0
            )
            {
                continue;
            }

            for (var index = 0; index < Vector128<ushort>.Count; index++)
            {
                var key = keys.GetElement(index);
                if (Unsafe.Add(ref begins, key) != 0 && MayFollow(text, at + index + 3, key))
                {
                    return at + index;
                }
            }
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Begins(ref byte begins, ulong keys) =>
        Unsafe.Add(ref begins, (ushort)keys)
        | Unsafe.Add(ref begins, (ushort)(keys >> 16))
        | Unsafe.Add(ref begins, (ushort)(keys >> 32))
        | Unsafe.Add(ref begins, (ushort)(keys >> 48));
#endif

    private bool MayFollow(string text, int at, int key)
    {
        var follows = _follows[key];
        return follows == uint.MaxValue || (at < text.Length && (follows >> (text[at] & Low) & 1) != 0);
    }

    private List<string> MayBegin(string text, int at) => _texts[KeyOf(text, at)];

    // The texts are ASCII in lower case, so that one bit makes all the difference of case there is.
    private static bool Stands(string one, string text, int at)
    {
        if (text.Length - at < one.Length)
        {
            return false;
        }

        for (var index = 0; index < one.Length; index++)
        {
            var (wanted, written) = (one[index], text[at + index]);
            if (wanted != written && (wanted is < 'a' or > 'z' || wanted != (written | 0x20)))
            {
                return false;
            }
        }

        return true;
    }

    private static int KeyOf(string text, int at) =>
        ((text[at] & Low) << (2 * Bits)) | ((text[at + 1] & Low) << Bits) | (text[at + 2] & Low);
}
