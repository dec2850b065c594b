using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Governance.Engine.Repository;
using Governance.Repositories.Disk;

namespace Governance.Repositories.Git;

/// <summary>
/// Lists the files on disk that git tracks or does not ignore. Three git processes run side by side; a file that git
/// finds unchanged goes by its blob id and by the size in the index, and costs no system call of ours.
/// </summary>
internal sealed class WorkingTreeFiles
{
    private readonly string _root;
    private readonly List<IndexEntry> _notOnDisk = [];

    private WorkingTreeFiles(string root, IndexListing index)
    {
        _root = root;
        Index = index;
    }

    /// <summary>What is tracked.</summary>
    public IndexListing Index { get; }

    /// <summary>The files, links and submodules.</summary>
    public List<SourceFile> Files { get; } = [];

    /// <summary>Paths that cannot be named.</summary>
    public List<UnnamablePath> Unnamable { get; } = [];

    /// <summary>Lists the files below the folder git runs in.</summary>
    /// <param name="git">Git.</param>
    /// <param name="root">The governed root, absolute: the folder git runs in.</param>
    /// <param name="stored">Makes files out of entries that a sparse checkout left out.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static WorkingTreeFiles List(
        GitCommand git,
        string root,
        Func<IReadOnlyList<IndexEntry>, StoredFiles> stored,
        CancellationToken cancellationToken
    )
    {
        var tracked = GitRun.InBackground(() => DiskChanges.ReadTracked(git, cancellationToken));
        var untracked = GitRun.InBackground(() => DiskChanges.ReadUntracked(git, cancellationToken));
        var index = IndexListing.Read(git, cancellationToken);
        var listing = new WorkingTreeFiles(root, index);
        var folders = new TrackedFolders(root, index.Entries);
        listing.AddTracked(folders, Result(tracked));
        listing.AddUntracked(Result(untracked));
        if (listing._notOnDisk.Count > 0)
        {
            var source = stored(listing._notOnDisk);
            foreach (var entry in listing._notOnDisk)
            {
                listing.Files.Add(source.Make(entry));
            }
        }

        return listing;
    }

    private static T Result<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private void AddTracked(TrackedFolders folders, DiskChanges.Tracked changes)
    {
        Unnamable.AddRange(Index.Unnamable);
        foreach (var entry in Index.Entries)
        {
            if (entry.Trait == IndexTrait.SkipWorktree)
            {
                _notOnDisk.Add(entry);
            }
            else if (!changes.Deleted.Contains(entry.Path) && folders.HoldsReally(entry.Path))
            {
                AddOnDisk(entry, entry.Trait != IndexTrait.None || changes.Changed.Contains(entry.Path));
            }
        }
    }

    private void AddOnDisk(IndexEntry entry, bool changed)
    {
        if (entry.Kind == EntryKind.Submodule)
        {
            Files.Add(Submodules.Make(entry.Path, entry.ObjectId));
        }
        else if (changed)
        {
            AddAsFound(entry.Path);
        }
        else
        {
            var found = new DiskEntry(
                entry.Kind == EntryKind.SymbolicLink ? DiskEntryType.Link : DiskEntryType.File,
                entry.Size ?? NativeStatus.Of(Path.Join(_root, entry.Path)).Length
            );
            Files.Add(DiskEntries.SourceFile(_root, entry.Path, found, entry.ObjectId));
        }
    }

    private void AddAsFound(string path)
    {
        var found = NativeStatus.Of(Path.Join(_root, path));
        if (found.Type is not (DiskEntryType.Missing or DiskEntryType.Folder))
        {
            Files.Add(DiskEntries.SourceFile(_root, path, found, blobId: null));
        }
    }

    private void AddUntracked(DiskChanges.Untracked untracked)
    {
        Unnamable.AddRange(untracked.Unnamable);
        untracked.Paths.ForEach(AddAsFound);
    }
}
