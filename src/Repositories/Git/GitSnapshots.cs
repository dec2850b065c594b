using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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
    private readonly Lazy<Task<GitSettings>> _settings;

    /// <summary>Prepares; nothing is read yet.</summary>
    /// <param name="repository">The repository; its command runs in the governed root.</param>
    /// <param name="root">The governed root, absolute.</param>
    public GitSnapshots(GitRepository repository, string root)
    {
        _repository = repository;
        _root = root;
        _blobs = new BlobReader(repository.Command);
        _settings = new Lazy<Task<GitSettings>>(() =>
            GitRun.InBackground(() => GitSettings.Read(repository.Command, CancellationToken.None))
        );
    }

    private GitCommand Git => _repository.Command;

    private GitSettings Settings => _settings.Value.GetAwaiter().GetResult();

    /// <summary>The files on disk. When git ignores the root itself, it is a plain folder, and the flag says so.</summary>
    public (RepositorySnapshot Snapshot, bool IsIgnored) WorkingTree(CancellationToken cancellationToken)
    {
        _ = _settings.Value;
        var (files, unnamable) = WorkingTreeFiles.List(
            Git,
            _root,
            entries => Stored(entries, cancellationToken),
            cancellationToken
        );
        var isIgnored = files.Count == 0 && _repository.Prefix.Length > 0 && IsIgnored(cancellationToken);
        if (isIgnored)
        {
            (files, unnamable) = FolderWalk.List(_root, cancellationToken);
        }

        return (Snapshot(files, unnamable, GitOrigin.Of(_repository, Settings)), isIgnored);
    }

    /// <summary>What is staged.</summary>
    public RepositorySnapshot Index(CancellationToken cancellationToken)
    {
        _ = _settings.Value;
        var listing = IndexListing.Read(Git, cancellationToken);
        var entries = listing.Entries.Where(static entry => entry.Trait != IndexTrait.IntentToAdd).ToList();
        var stored = Stored(entries, cancellationToken);
        var files = entries.ConvertAll(entry => stored.Make(entry.Path, entry.Kind, entry.ObjectId));
        return Snapshot(files, [.. listing.Unnamable], GitOrigin.Of(_repository, Settings));
    }

    /// <summary>What a commit holds.</summary>
    public RepositorySnapshot Commit(string revision, CancellationToken cancellationToken)
    {
        _ = _settings.Value;
        var branch = GitRun.InBackground(() => Revisions.BranchOf(Git, revision, cancellationToken));
        var commit = Revisions.Resolve(Git, revision, cancellationToken);
        var isPartial = Settings.IsPartialClone;
        var listing = TreeListing.Read(Git, commit, _repository.Prefix, withSizes: !isPartial, cancellationToken);
        var sizes = isPartial
            ? SizesOf(Ids(listing.Entries), MissingObjects.OfCommit(Git, commit, cancellationToken), cancellationToken)
            : KnownSizes(listing.Entries);
        var stored = new StoredFiles(_blobs, sizes);
        var files = listing.Entries.ConvertAll(entry => stored.Make(entry.Path, entry.Kind, entry.ObjectId));
        var origin = GitOrigin.Of(_repository, Settings) with
        {
            Revision = commit,
            Branch = branch.GetAwaiter().GetResult() ?? (commit == _repository.Head ? _repository.Branch : null),
        };
        return Snapshot(files, listing.Unnamable, origin);
    }

    /// <summary>Begins to list the merge base of a change, beside whatever else is done.</summary>
    public Task<MergeBaseListing> ListMergeBase(
        string revision,
        SnapshotSource source,
        CancellationToken cancellationToken
    )
    {
        _ = _settings.Value;
        return GitRun.InBackground(() => MergeBaseListing.Read(_repository, revision, source, cancellationToken));
    }

    /// <summary>A change, whose merge base shares with the head all files that are the same in both.</summary>
    public Change Since(
        MergeBaseListing listing,
        RepositorySnapshot head,
        SnapshotSource source,
        CancellationToken cancellationToken
    )
    {
        var files = new List<SourceFile>(listing.Tree.Entries.Count);
        var others = new List<TreeEntry>();
        var kept = 0;
        foreach (var entry in listing.Tree.Entries)
        {
            var now = head.Find(entry.Path);
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
        var renames =
            kept < listing.Tree.Entries.Count && kept < head.Files.Length
                ? Renames.Since(
                    Git,
                    listing.Commit,
                    listing.Head,
                    source.IsIndex,
                    Settings.IsPartialClone,
                    cancellationToken
                )
                : ImmutableDictionary<string, string>.Empty;
        return new Change(head, MergeBase(listing, files, others, cancellationToken), renames);
    }

    private RepositorySnapshot MergeBase(
        MergeBaseListing listing,
        List<SourceFile> files,
        List<TreeEntry> others,
        CancellationToken cancellationToken
    )
    {
        var missing =
            Settings.IsPartialClone && others.Count > 0
                ? MissingObjects.OfCommit(Git, listing.Commit, cancellationToken)
                : [];
        var stored = new StoredFiles(_blobs, SizesOf(Ids(others), missing, cancellationToken));
        files.AddRange(others.ConvertAll(entry => stored.Make(entry.Path, entry.Kind, entry.ObjectId)));
        var origin = GitOrigin.Of(_repository, Settings) with { Revision = listing.Commit, Branch = null };
        return Snapshot(files, listing.Tree.Unnamable, origin);
    }

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

    // The id of a submodule is a commit of another repository.
    private static IEnumerable<string> Ids(IEnumerable<TreeEntry> entries) =>
        entries.Where(static entry => entry.Kind != EntryKind.Submodule).Select(static entry => entry.ObjectId);

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
        var ids = entries
            .Where(static entry => entry.Kind != EntryKind.Submodule)
            .Select(static entry => entry.ObjectId);
        return new StoredFiles(_blobs, SizesOf(ids, missing, cancellationToken));
    }

    private Dictionary<string, long> SizesOf(
        IEnumerable<string> ids,
        HashSet<string> missing,
        CancellationToken cancellationToken
    )
    {
        var wanted = new HashSet<string>(ids, StringComparer.Ordinal);
        wanted.ExceptWith(missing);
        return ObjectSizes.Of(Git, wanted, cancellationToken);
    }

    private bool IsIgnored(CancellationToken cancellationToken)
    {
        // The one command that refuses to take paths literally.
        var git = Git.With(new GitVariable("GIT_LITERAL_PATHSPECS", null));
        return GitRun.Lines(git, cancellationToken, "check-ignore", "--quiet", ".").Outcome.Succeeded;
    }
}
