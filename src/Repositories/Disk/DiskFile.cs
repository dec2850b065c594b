using System;
using System.IO;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;

namespace Governance.Repositories.Disk;

/// <summary>Reads one entry of the disk. What it is was looked up before: only a regular file is ever opened.</summary>
internal sealed class DiskFile(string root, string path, DiskEntryType type, long? length)
{
    /// <summary>The content, or why it cannot be had.</summary>
    public FileContent Read(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var full = Path.Join(root, path);
        try
        {
            return type switch
            {
                DiskEntryType.Link => ReadLink(full),
                DiskEntryType.File => ReadFile(full, cancellationToken),
                DiskEntryType.Folder => FileContent.Unavailable("a folder stands in its place"),
                DiskEntryType.Special => FileContent.Unavailable("it is a named pipe, socket or device"),
                DiskEntryType.Denied => FileContent.Unavailable("access was denied"),
                _ => Gone(),
            };
        }
        catch (UnauthorizedAccessException)
        {
            return FileContent.Unavailable("access was denied");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Gone();
        }
        catch (IOException exception)
        {
            return FileContent.Unavailable($"it could not be read ({exception.Message.TrimEnd('.')})");
        }
    }

    private static FileContent Gone() => FileContent.Unavailable("it was deleted while it was being read");

    private static FileContent ReadLink(string full)
    {
        // Where links are not supported, git checks out a file that holds the target's path.
        var target = new FileInfo(full).LinkTarget;
        return FileContent.Of(target is null ? File.ReadAllBytes(full) : Encoding.UTF8.GetBytes(target));
    }

    private static FileStream Open(string full) =>
        new(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private FileContent ReadFile(string full, CancellationToken cancellationToken)
    {
        if (length > ContentLimit.Bytes)
        {
            return ContentLimit.TooLarge(length.Value, () => Open(full));
        }

        // Nobody is kept from writing or deleting meanwhile, and no lock is taken.
        using var handle = File.OpenHandle(
            full,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var size = RandomAccess.GetLength(handle);
        if (size > ContentLimit.Bytes)
        {
            return ContentLimit.TooLarge(size, () => Open(full));
        }

        if (length is { } expected && expected != size)
        {
            // The length is part of what the content is known by; another content must not go by that name.
            return FileContent.Unavailable("it changed while it was being read");
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)size);
        var filled = 0;
        while (filled < bytes.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = RandomAccess.Read(handle, bytes.AsSpan(filled), filled);
            if (count == 0)
            {
                return FileContent.Unavailable("it changed while it was being read");
            }

            filled += count;
        }

        return FileContent.Of(bytes);
    }
}
