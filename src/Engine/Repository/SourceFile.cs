using System;
using System.Threading;

namespace Governance.Engine.Repository;

/// <summary>One path of a snapshot. Its content is read only when asked for, through a delegate the host gave.</summary>
public sealed class SourceFile
{
    private readonly Func<CancellationToken, FileContent> _read;

    /// <summary>Describes a file.</summary>
    /// <param name="path">Relative to the governed root, with <c>/</c> separators, without a leading one.</param>
    /// <param name="kind">What stands at the path.</param>
    /// <param name="read">Reads the content; safe to call from any thread, and never throws for a missing or unreadable file.</param>
    /// <param name="blobId">Git's object id of the content in lowercase hexadecimal, or whatever else the host's store tells contents apart by; null when not known.</param>
    /// <param name="length">The content's length in bytes, or null when it is not known before reading.</param>
    public SourceFile(
        string path,
        EntryKind kind,
        Func<CancellationToken, FileContent> read,
        string? blobId = null,
        long? length = null
    )
    {
        Path = path;
        Kind = kind;
        _read = read;
        BlobId = blobId;
        Length = length;
    }

    /// <summary>The path relative to the governed root, with <c>/</c> separators.</summary>
    public string Path { get; }

    /// <summary>What stands at the path.</summary>
    public EntryKind Kind { get; }

    /// <summary>Git's object id of the content, or null when unknown (then nothing about it is cached).</summary>
    public string? BlobId { get; }

    /// <summary>The content's length in bytes, or null when unknown.</summary>
    public long? Length { get; }

    /// <summary>Reads the content anew; the engine calls it once per run at most.</summary>
    public FileContent Read(CancellationToken cancellationToken) => _read(cancellationToken);

    /// <inheritdoc/>
    public override string ToString() => Path;
}
