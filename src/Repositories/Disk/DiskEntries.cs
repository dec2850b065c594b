using Governance.Engine.Repository;

namespace Governance.Repositories.Disk;

/// <summary>Makes snapshot entries out of what stands on the disk.</summary>
internal static class DiskEntries
{
    /// <summary>The entry for a file or link on disk.</summary>
    /// <param name="root">The governed root, absolute.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="entry">What stands there.</param>
    /// <param name="blobId">The content's object id where git knows it.</param>
    public static SourceFile SourceFile(string root, string path, DiskEntry entry, string? blobId)
    {
        var isFile = entry.Type == DiskEntryType.File;
        // A link's length is its target's; where only .NET was asked it is not known, and never zero otherwise.
        var isMeasuredLink = entry is { Type: DiskEntryType.Link, Length: > 0 };
        return new SourceFile(
            path,
            entry.Type == DiskEntryType.Link ? EntryKind.SymbolicLink : EntryKind.File,
            new DiskFile(root, path, entry.Type, isFile ? entry.Length : null).Read,
            blobId,
            isFile || isMeasuredLink ? entry.Length : null
        );
    }
}
