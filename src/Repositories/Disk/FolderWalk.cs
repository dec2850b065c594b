using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Enumeration;
using System.Threading;
using Governance.Engine.Repository;
using Governance.Repositories.Git;

namespace Governance.Repositories.Disk;

/// <summary>
/// Lists a folder that is no git repository. Every file counts but those in folders named <c>.git</c>; without git there
/// is nobody to ask what <c>.gitignore</c> means, so it is not honoured. Links are listed and never followed, so there
/// are no cycles.
/// </summary>
internal static class FolderWalk
{
    /// <summary>How deep folders may be nested below the root.</summary>
    private const int MostLevels = 256;

    private static readonly EnumerationOptions Options = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
    };

    /// <summary>Lists the files below <paramref name="root"/>, in no order.</summary>
    public static (List<SourceFile> Files, List<UnnamablePath> Unnamable) List(
        string root,
        CancellationToken cancellationToken
    )
    {
        var files = new List<SourceFile>();
        var unnamable = new List<UnnamablePath>();
        var folders = new Stack<Folder>();
        folders.Push(new Folder("", 0));
        while (folders.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (folder.Level > MostLevels)
            {
                unnamable.Add(new UnnamablePath(folder.Path, $"folders are nested more than {MostLevels} deep"));
                continue;
            }

            try
            {
                foreach (var name in NamesIn(Path.Join(root, folder.Path)))
                {
                    var path = RepositoryPath.Combine(folder.Path, name);
                    if (Look(root, path, files, unnamable))
                    {
                        folders.Push(new Folder(path, folder.Level + 1));
                    }
                }
            }
            catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
            {
                var reason =
                    exception is UnauthorizedAccessException ? "permission denied" : exception.Message.TrimEnd('.');
                unnamable.Add(new UnnamablePath(folder.Path, $"the folder cannot be opened: {reason}"));
            }
        }

        return (files, unnamable);
    }

    private static FileSystemEnumerable<string> NamesIn(string folder) =>
        new(folder, static (ref entry) => entry.FileName.ToString(), Options)
        {
            ShouldIncludePredicate = static (ref entry) => !entry.FileName.SequenceEqual(".git"),
        };

    /// <summary>Notes what stands at a path, and says whether it is a folder to look into.</summary>
    private static bool Look(string root, string path, List<SourceFile> files, List<UnnamablePath> unnamable)
    {
        var entry = NativeStatus.Of(Path.Join(root, path));
        switch (entry.Type)
        {
            case DiskEntryType.Folder:
                return true;
            case DiskEntryType.Missing when path.Contains('\uFFFD', StringComparison.Ordinal):
                // .NET put this character where it could not decode, and no longer knows the name.
                unnamable.Add(new UnnamablePath(path, PathBytes.NotUtf8));
                return false;
            case DiskEntryType.Missing or DiskEntryType.Special:
                return false;
            default:
                files.Add(DiskEntries.SourceFile(root, path, entry, blobId: null));
                return false;
        }
    }

    private sealed record Folder(string Path, int Level);
}
