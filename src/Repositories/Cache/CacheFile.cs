using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Governance.Engine.Analysis;

namespace Governance.Repositories.Cache;

/// <summary>
/// A file of results, which is looked up as it lies in memory: opening it is one read and one checksum, whatever it
/// holds. In the byte order of the machine, for it never leaves it:
/// <code>
/// 8 bytes   GOVCACHE
/// 4 bytes   version of this form and of the results' (FileResultCodec)
/// 4 bytes   CRC-32C of all that follows
/// 4 bytes   length of the configuration's key; 4 bytes number of slots, a power of two
/// n slots   a hash table with linear probing: key, then offset and length of the result; length 0 is a free slot
/// the configuration's key, UTF-8; the results
/// </code>
/// </summary>
internal sealed class CacheFile
{
    /// <summary>The largest file that is read or written, in bytes.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The most results a file holds.</summary>
    public const int MostEntries = 200_000;

    private const uint Version = (1 << 16) | FileResultCodec.Version;
    private const int Header = 24;

    private readonly byte[] _bytes;
    private readonly int _slots;

    private CacheFile(byte[] bytes, int slots)
    {
        _bytes = bytes;
        _slots = slots;
    }

    /// <summary>A file that holds nothing.</summary>
    public static CacheFile Empty { get; } = new([], 0);

    /// <summary>How many slots there are, free ones included.</summary>
    public int SlotCount => _slots;

    private static ReadOnlySpan<byte> Magic => "GOVCACHE"u8;

    private ReadOnlySpan<Slot> Slots =>
        _slots == 0 ? [] : MemoryMarshal.Cast<byte, Slot>(_bytes.AsSpan(Header, _slots * Slot.Size));

    /// <summary>Takes the bytes of a file; empty where they are torn, of another version or of another configuration.</summary>
    public static CacheFile Parse(byte[] bytes, string configurationKey)
    {
        if (
            bytes.Length < Header
            || !bytes.AsSpan(0, 8).SequenceEqual(Magic)
            || BitConverter.ToUInt32(bytes, 8) != Version
            || BitConverter.ToUInt32(bytes, 12) != Checksum(bytes.AsSpan(16))
        )
        {
            return Empty;
        }

        var keyLength = BitConverter.ToInt32(bytes, 16);
        var slots = BitConverter.ToInt32(bytes, 20);
        var keyAt = Header + ((long)slots * Slot.Size);
        var isSound = slots > 0 && BitOperations.IsPow2(slots) && keyLength >= 0 && keyAt + keyLength <= bytes.Length;
        return isSound && bytes.AsSpan((int)keyAt, keyLength).SequenceEqual(Encoding.UTF8.GetBytes(configurationKey))
            ? new CacheFile(bytes, slots)
            : Empty;
    }

    /// <summary>Makes the bytes of a file. Of the entries, as many as fit are taken, in their order.</summary>
    public static byte[] Build(
        string configurationKey,
        IEnumerable<(CacheKey Key, ReadOnlyMemory<byte> Result)> entries
    )
    {
        var key = Encoding.UTF8.GetBytes(configurationKey);
        var taken = new Dictionary<CacheKey, ReadOnlyMemory<byte>>();
        long results = 0;
        foreach (var (entryKey, result) in entries)
        {
            var size = Header + key.Length + ((long)SlotsFor(taken.Count + 1) * Slot.Size) + results + result.Length;
            if (taken.Count < MostEntries && size <= MostBytes && taken.TryAdd(entryKey, result))
            {
                results += result.Length;
            }
        }

        var slotCount = SlotsFor(taken.Count);
        var keyAt = Header + (slotCount * Slot.Size);
        var bytes = new byte[keyAt + key.Length + results];
        Magic.CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(8), Version);
        BitConverter.TryWriteBytes(bytes.AsSpan(16), key.Length);
        BitConverter.TryWriteBytes(bytes.AsSpan(20), slotCount);
        key.CopyTo(bytes, keyAt);
        Fill(bytes, slotCount, keyAt + key.Length, taken);
        BitConverter.TryWriteBytes(bytes.AsSpan(12), Checksum(bytes.AsSpan(16)));
        return bytes;
    }

    /// <summary>The slot that holds the key, or -1.</summary>
    public int Find(CacheKey key)
    {
        var slots = Slots;
        var mask = _slots - 1;
        // The table is never full, but a file is only a file.
        for (int index = Slot.Start(key, mask), seen = 0; seen < _slots; index = (index + 1) & mask, seen++)
        {
            if (slots[index].Length == 0)
            {
                return -1;
            }

            if (slots[index].Key == key)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The result in a slot; false where it is torn.</summary>
    public bool TryRead(int slot, out FileResult? result)
    {
        var bytes = BytesOf(slot);
        result = null;
        return !bytes.IsEmpty && FileResultCodec.TryDecode(_bytes, Slots[slot].Offset, bytes.Length, out result);
    }

    /// <summary>A slot's key and bytes; no bytes where it is free or torn.</summary>
    public (CacheKey Key, ReadOnlyMemory<byte> Result) Entry(int slot) => (Slots[slot].Key, BytesOf(slot));

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            checksum = BitOperations.Crc32C(checksum, word);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            checksum = BitOperations.Crc32C(checksum, rest);
        }

        return ~checksum;
    }

    // At most three quarters of the slots are taken.
    private static int SlotsFor(int count) => (int)BitOperations.RoundUpToPowerOf2((uint)(count + (count / 3) + 2));

    private static void Fill(byte[] bytes, int slotCount, int at, Dictionary<CacheKey, ReadOnlyMemory<byte>> entries)
    {
        var slots = MemoryMarshal.Cast<byte, Slot>(bytes.AsSpan(Header, slotCount * Slot.Size));
        var mask = slotCount - 1;
        foreach (var (key, result) in entries)
        {
            var index = Slot.Start(key, mask);
            while (slots[index].Length != 0)
            {
                index = (index + 1) & mask;
            }

            slots[index] = new Slot(key, at, result.Length);
            result.Span.CopyTo(bytes.AsSpan(at));
            at += result.Length;
        }
    }

    private ReadOnlyMemory<byte> BytesOf(int slot)
    {
        var (offset, length) = (Slots[slot].Offset, Slots[slot].Length);
        return offset >= Header && length > 0 && (long)offset + length <= _bytes.Length
            ? _bytes.AsMemory(offset, length)
            : default;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Slot(CacheKey Key, int Offset, int Length)
    {
        /// <summary>In bytes: 32 of the key, and two numbers.</summary>
        public const int Size = 40;

        public static int Start(CacheKey key, int mask) => (int)(uint)key.First & mask;
    }
}
