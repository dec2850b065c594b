using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>Finds out what a change started from.</summary>
/// <param name="repository">The repository; its command runs in the governed root.</param>
/// <param name="blobs">Reads contents.</param>
internal sealed class GitChanges(GitRepository repository, BlobReader blobs)
{
    private GitCommand Git => repository.Command;

    /// <summary>Begins to look for the merge base, beside whatever else is done.</summary>
    public Task<MergeBase> FindMergeBase(
        string revision,
        SnapshotSource source,
        Task<GitSettings> settings,
        CancellationToken cancellationToken
    ) => GitRun.InBackground(() => MergeBase.Find(Git, revision, source, settings, cancellationToken));

    /// <summary>The change, whose merge base shares with the head all files that are the same in both.</summary>
    public Change Since(
        MergeBase before,
        GitSnapshot head,
        SnapshotSource source,
        GitSettings settings,
        CancellationToken cancellationToken
    )
    {
        var files = new List<SourceFile>(head.Tracked.Count);
        var others = new List<TreeEntry>();
        var kept = 0;
        foreach (var entry in before.Entries(head.Tracked))
        {
            var now = head.Snapshot.Find(entry.Path);
            kept += now is null ? 0 : 1;
            if (now is not null && now.BlobId == entry.ObjectId && now.Kind == entry.Kind)
            {
                files.Add(now);
            }
            else
            {
                others.Add(entry);
            }
        }

        // Where nothing is gone, or nothing new, nothing was renamed; to be told so takes git as long as all the rest.
        var isPartial = settings.IsPartialClone;
        var isSomethingGone = kept < files.Count + others.Count;
        var renames =
            isSomethingGone && kept < head.Snapshot.Files.Length
                ? Renames.Since(Git, before.Commit, before.Head, source.IsIndex, isPartial, cancellationToken)
                : ImmutableDictionary<string, string>.Empty;
        var stored = new StoredFiles(blobs, SizesOf(others, before, isPartial, cancellationToken));
        files.AddRange(others.ConvertAll(stored.Make));
        var unnamable = head
            .Unnamable.Where(path => !before.Difference.Holds(path.DisplayPath))
            .Concat(before.Difference.UnnamableBefore)
            .ToList();
        NestedRoots.Remove(files, unnamable);
        var origin = GitOrigin.Of(repository, settings) with { Revision = before.Commit, Branch = null };
        return new Change(head.Snapshot, new RepositorySnapshot(files, origin, unnamable), renames);
    }

    // Those of what differs are known; left are files that differ on disk alone.
    private Dictionary<string, long> SizesOf(
        List<TreeEntry> entries,
        MergeBase before,
        bool isPartial,
        CancellationToken cancellationToken
    )
    {
        var onDisk = entries.FindAll(entry => !before.Difference.Holds(entry.Path));
        var sizes = MergeBase.SizesOf(Git, before.Commit, onDisk, isPartial, cancellationToken);
        foreach (var (id, size) in before.Sizes)
        {
            sizes[id] = size;
        }

        return sizes;
    }
}
