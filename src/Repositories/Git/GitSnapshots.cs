using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Governance.Engine.Repository;
using Governance.Repositories.Disk;

namespace Governance.Repositories.Git;

/// <summary>Takes snapshots of a governed root in a git repository.</summary>
internal sealed class GitSnapshots : IDisposable
{
    private readonly GitRepository _repository;
    private readonly string _root;
    private readonly BlobReader _blobs;
    private readonly GitChanges _changes;
    private readonly Lazy<Task<GitSettings>> _settings;

    /// <summary>Prepares; nothing is read yet.</summary>
    /// <param name="repository">The repository; its command runs in the governed root.</param>
    /// <param name="root">The governed root, absolute.</param>
    public GitSnapshots(GitRepository repository, string root)
    {
        _repository = repository;
        _root = root;
        _blobs = new BlobReader(repository.Command);
        _changes = new GitChanges(repository, _blobs);
        _settings = new Lazy<Task<GitSettings>>(() =>
            GitRun.InBackground(() => GitSettings.Read(repository.Command, CancellationToken.None))
        );
    }

    private GitCommand Git => _repository.Command;

    private GitSettings Settings => _settings.Value.GetAwaiter().GetResult();

    /// <summary>The files on disk. When git ignores the root itself, it is a plain folder.</summary>
    public GitSnapshot WorkingTree(CancellationToken cancellationToken)
    {
        _ = _settings.Value;
        var listing = WorkingTreeFiles.List(
            Git,
            _root,
            entries => Stored(entries, cancellationToken),
            cancellationToken
        );
        var (files, unnamable) = (listing.Files, listing.Unnamable);
        var isIgnored = files.Count == 0 && _repository.Prefix.Length > 0 && IsIgnored(cancellationToken);
        if (isIgnored)
        {
            (files, unnamable) = FolderWalk.List(_root, cancellationToken);
        }

        return new GitSnapshot(
            Snapshot(files, unnamable, GitOrigin.Of(_repository, Settings)),
            listing.Index.Staged(),
            listing.Index.Unnamable
        )
        {
            IsIgnored = isIgnored,
        };
    }

    /// <summary>What is staged.</summary>
    public GitSnapshot Index(CancellationToken cancellationToken)
    {
        _ = _settings.Value;
        var listing = IndexListing.Read(Git, cancellationToken);
        var entries = listing.Staged();
        var files = entries.ConvertAll(Stored(entries, cancellationToken).Make);
        var snapshot = Snapshot(files, [.. listing.Unnamable], GitOrigin.Of(_repository, Settings));
        return new GitSnapshot(snapshot, entries, listing.Unnamable);
    }

    /// <summary>What a commit holds.</summary>
    public GitSnapshot Commit(string revision, CancellationToken cancellationToken)
    {
        _ = _settings.Value;
        var branch = GitRun.InBackground(() => Revisions.BranchOf(Git, revision, cancellationToken));
        var commit = Revisions.Resolve(Git, revision, cancellationToken);
        var isPartial = Settings.IsPartialClone;
        var listing = TreeListing.Read(Git, commit, _repository.Prefix, withSizes: !isPartial, cancellationToken);
        var sizes = isPartial
            ? ObjectSizes.Of(
                Git,
                listing.Entries,
                MissingObjects.OfCommit(Git, commit, cancellationToken),
                cancellationToken
            )
            : KnownSizes(listing.Entries);
        var stored = new StoredFiles(_blobs, sizes);
        var origin = GitOrigin.Of(_repository, Settings) with
        {
            Revision = commit,
            Branch = branch.GetAwaiter().GetResult() ?? (commit == _repository.Head ? _repository.Branch : null),
        };
        var snapshot = Snapshot(listing.Entries.ConvertAll(stored.Make), [.. listing.Unnamable], origin);
        return new GitSnapshot(snapshot, listing.Entries, listing.Unnamable);
    }

    /// <summary>What earlier commits held, and a snapshot does not.</summary>
    public RepositoryHistory History(RepositorySnapshot snapshot, CancellationToken cancellationToken)
    {
        var (entries, missing) = HistoricContents.List(_repository, snapshot, cancellationToken);
        var stored = new StoredFiles(_blobs, ObjectSizes.Of(Git, entries, [], cancellationToken));
        var files = entries.ConvertAll(stored.Make);
        NestedRoots.Remove(files, []);
        return new RepositoryHistory(
            [.. files],
            ids => HistoricContents.CommitsOf(_repository, ids, cancellationToken),
            missing > 0 ? $"Of the history {missing} contents are not in this clone, which was made with a filter"
                : _repository.IsShallow ? "The clone is shallow: what came before it is not here"
                : null
        );
    }

    /// <summary>Begins to look for the merge base of a change, beside whatever else is done.</summary>
    public Task<MergeBase> FindMergeBase(string revision, SnapshotSource source, CancellationToken cancellationToken) =>
        _changes.FindMergeBase(revision, source, _settings.Value, cancellationToken);

    /// <summary>The change from its merge base to a state.</summary>
    public Change Since(
        MergeBase before,
        GitSnapshot head,
        SnapshotSource source,
        CancellationToken cancellationToken
    ) => _changes.Since(before, head, source, Settings, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _blobs.Dispose();

    private static RepositorySnapshot Snapshot(
        List<SourceFile> files,
        List<UnnamablePath> unnamable,
        RepositoryOrigin origin
    )
    {
        NestedRoots.Remove(files, unnamable);
        return new RepositorySnapshot(files, origin, unnamable);
    }

    private static Dictionary<string, long> KnownSizes(List<TreeEntry> entries)
    {
        var sizes = new Dictionary<string, long>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Size is { } size)
            {
                sizes[entry.ObjectId] = size;
            }
        }

        return sizes;
    }

    private StoredFiles Stored(IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken)
    {
        var missing = Settings.IsPartialClone ? MissingObjects.OfIndex(Git, cancellationToken) : [];
        return new StoredFiles(_blobs, ObjectSizes.Of(Git, entries, missing, cancellationToken));
    }

    private bool IsIgnored(CancellationToken cancellationToken)
    {
        // The one command that refuses to take paths literally.
        var git = Git.With(new GitVariable("GIT_LITERAL_PATHSPECS", null));
        return GitRun.Lines(git, cancellationToken, "check-ignore", "--quiet", ".").Outcome.Succeeded;
    }
}
