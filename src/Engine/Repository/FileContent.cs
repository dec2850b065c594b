using System;
using System.IO;

namespace Governance.Engine.Repository;

/// <summary>The bytes of one file, or the reason why they could not be had.</summary>
public readonly struct FileContent
{
    private FileContent(ReadOnlyMemory<byte> bytes, string? unavailableBecause, Func<Stream>? open)
    {
        Bytes = bytes;
        UnavailableBecause = unavailableBecause;
        Open = open;
    }

    /// <summary>The bytes as stored; empty when <see cref="UnavailableBecause"/> is set.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Why there are no bytes, as half a sentence for people ("access was denied"); null when there are.</summary>
    public string? UnavailableBecause { get; }

    /// <summary>
    /// Opens the bytes of what is too large to be held as a whole, to be read once from its beginning; null for all other content.
    /// Reading may throw an <see cref="IOException"/>.
    /// </summary>
    public Func<Stream>? Open { get; }

    /// <summary>Content that was read.</summary>
    public static FileContent Of(ReadOnlyMemory<byte> bytes) => new(bytes, null, null);

    /// <summary>Content that is too large to be held as a whole.</summary>
    /// <param name="reason">Half a sentence for people, without a full stop.</param>
    /// <param name="open">Opens it.</param>
    public static FileContent TooLarge(string reason, Func<Stream> open) => new(default, reason, open);

    /// <summary>Content that could not be read.</summary>
    /// <param name="reason">Half a sentence for people, without a full stop.</param>
    public static FileContent Unavailable(string reason) => new(default, reason, null);
}
