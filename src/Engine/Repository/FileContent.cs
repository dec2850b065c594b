using System;

namespace Governance.Engine.Repository;

/// <summary>The bytes of one file, or the reason why they could not be had.</summary>
public readonly struct FileContent
{
    private FileContent(ReadOnlyMemory<byte> bytes, string? unavailableBecause)
    {
        Bytes = bytes;
        UnavailableBecause = unavailableBecause;
    }

    /// <summary>The bytes as stored; empty when <see cref="UnavailableBecause"/> is set.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Why there are no bytes, as half a sentence for people ("access was denied"); null when there are.</summary>
    public string? UnavailableBecause { get; }

    /// <summary>Content that was read.</summary>
    public static FileContent Of(ReadOnlyMemory<byte> bytes) => new(bytes, null);

    /// <summary>Content that could not be read.</summary>
    /// <param name="reason">Half a sentence for people, without a full stop.</param>
    public static FileContent Unavailable(string reason) => new(default, reason);
}
