using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Repositories.Cache;
using Governance.Repositories.Disk;
using Governance.Repositories.Git;

namespace Governance.Repositories;

/// <summary>
/// A governed root on disk: a git repository, a folder of one, a bare repository, or a plain folder. Gives snapshots of
/// its states without checking anything out, taking a lock, or going to the network. Safe to use from many threads;
/// contents of snapshots can be read until it is disposed of.
/// </summary>
public sealed class GovernedRepository : IDisposable
{
    private readonly GitRepository? _git;
    private readonly GitSnapshots? _snapshots;
    private readonly List<FileResultStore> _stores = [];

    private GovernedRepository(string root, GitRepository? git, string? notice)
    {
        RootPath = root;
        Notice = notice;
        if (git is not null)
        {
            _git = git;
            _snapshots = new GitSnapshots(git, root);
        }
    }

    /// <summary>
    /// The largest file that is read, in bytes (64 MB): the content of a larger one is unavailable, and says so.
    /// </summary>
    public static long LargestContent => ContentLimit.Bytes;

    /// <summary>The governed root, absolute; of a bare repository its git folder.</summary>
    public string RootPath { get; }

    /// <summary>Whether it lies in a git repository.</summary>
    public bool IsGit => _git is not null;

    /// <summary>Whether it is a repository without a working tree.</summary>
    public bool IsBare => _git is { Top: null };

    /// <summary>
    /// What the person should know about how the root was read: a sentence without a full stop, or null. Set by
    /// <see cref="Open(string?, string, CancellationToken)"/> when a git repository is read without git, and by
    /// <see cref="WorkingTree"/> when git ignores the whole root.
    /// </summary>
    public string? Notice { get; private set; }

    private GitSnapshots Git =>
        _snapshots
        ?? throw new RepositoryException($"'{RootPath}' is not in a git repository, so it has no commits and no index");

    /// <summary>Opens a governed root.</summary>
    /// <param name="path">
    /// The governed root itself, which may be a bare repository. Null for the nearest folder upward from
    /// <paramref name="workingDirectory"/> that holds a <c>governance.yml</c>, inside the same repository; else the top of the
    /// repository; else the folder itself.
    /// </param>
    /// <param name="workingDirectory">The folder the command was started in, absolute.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="RepositoryException">There is no such folder, or git refuses to read it.</exception>
    public static GovernedRepository Open(string? path, string workingDirectory, CancellationToken cancellationToken) =>
        Open(path, workingDirectory, EnvironmentVariables.OfThisProcess(), cancellationToken);

    /// <summary>Opens a governed root as if the command had been started with these variables.</summary>
    internal static GovernedRepository Open(
        string? path,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken
    )
    {
        var folder = RootSearch.Folder(path, workingDirectory);
        if (GitExecutable.Find(environment) is not { } executable)
        {
            var plain = path is null ? RootSearch.Upward(folder, top: null) ?? folder : folder;
            var notice = RootSearch.LooksLikeGit(plain)
                ? $"git was not found on the PATH, so '{plain}' is checked as a plain folder, with the files git would ignore"
                : null;
            return new GovernedRepository(plain, null, notice);
        }

        var git = GitDiscovery.Find(executable, folder, workingDirectory, environment, cancellationToken);
        if (path is not null || git is null)
        {
            var root =
                path is null ? RootSearch.Upward(folder, top: null) ?? folder
                : git is { Top: null } ? git.GitDirectory
                : folder;
            return new GovernedRepository(root, git, null);
        }

        if (git.Top is not { } top)
        {
            return new GovernedRepository(
                git.GitDirectory,
                git with
                {
                    Command = git.Command.In(git.GitDirectory),
                },
                null
            );
        }

        // Git resolves links, the path it was started in may not.
        var here = Path.GetFullPath(Path.Join(top, git.Prefix));
        var nearest = RootSearch.Upward(here, top) ?? Path.GetFullPath(top);
        var prefix = Path.GetRelativePath(top, nearest).Replace(Path.DirectorySeparatorChar, '/');
        var moved = git with { Command = git.Command.In(nearest), Prefix = prefix == "." ? "" : prefix };
        return new GovernedRepository(nearest, moved, null);
    }

    /// <summary>
    /// The files on disk: what git tracks, as it is now, and what it neither tracks nor ignores. Without git, every file
    /// below the folder but those in folders named <c>.git</c>; a <c>.gitignore</c> is not honoured then. Links are listed and
    /// never followed; submodules, untracked repositories and nested governed roots are not entered.
    /// </summary>
    /// <exception cref="RepositoryException">The repository is bare, or git failed.</exception>
    public RepositorySnapshot WorkingTree(CancellationToken cancellationToken)
    {
        if (_snapshots is null)
        {
            var (files, unnamable) = FolderWalk.List(RootPath, cancellationToken);
            NestedRoots.Remove(files, unnamable);
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(RootPath));
            return new RepositorySnapshot(
                files,
                new RepositoryOrigin { Name = name.Length == 0 ? null : name },
                unnamable
            );
        }

        return Take(SnapshotSource.WorkingTree, cancellationToken).Snapshot;
    }

    /// <summary>What is staged for the next commit, also where the files on disk differ.</summary>
    /// <exception cref="RepositoryException">There is no git repository, it is bare, or git failed.</exception>
    public RepositorySnapshot Index(CancellationToken cancellationToken) =>
        Take(SnapshotSource.Index, cancellationToken).Snapshot;

    /// <summary>What a commit holds, read without checking it out; empty where it does not have the governed root yet.</summary>
    /// <param name="revision">Any name git knows a commit by.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RepositoryException">There is no git repository or no such commit, or git failed.</exception>
    public RepositorySnapshot Commit(string revision, CancellationToken cancellationToken) =>
        Take(SnapshotSource.Commit(revision), cancellationToken).Snapshot;

    /// <summary>
    /// What a reference of the service (<c>refs/heads/main</c>) leads to, null for its default branch; without git the files on disk,
    /// which have no references. Null where the reference is not known here.
    /// </summary>
    /// <exception cref="RepositoryException">Git failed.</exception>
    public RepositorySnapshot? AtReference(string? reference, CancellationToken cancellationToken) =>
        _git is null ? (reference is null ? WorkingTree(cancellationToken) : null)
        : Revisions.Find(_git.Command, reference, cancellationToken) is { } commit ? Commit(commit, cancellationToken)
        : null;

    /// <summary>The snapshot of a source.</summary>
    /// <exception cref="RepositoryException">It cannot be had; see the method for each.</exception>
    public RepositorySnapshot Snapshot(SnapshotSource source, CancellationToken cancellationToken) =>
        source.Revision is null && !source.IsIndex
            ? WorkingTree(cancellationToken)
            : Take(source, cancellationToken).Snapshot;

    /// <summary>A state, beside its merge base with a revision.</summary>
    /// <param name="revision">Where the change is meant to go: any name git knows a commit by.</param>
    /// <param name="source">The state with the change.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RepositoryException">
    /// A state cannot be had, or the two have no common ancestor here: a shallow clone needs more history.
    /// </exception>
    public Change ChangeSince(string revision, SnapshotSource source, CancellationToken cancellationToken)
    {
        var before = Git.FindMergeBase(revision, source, cancellationToken);
        var head = Take(source, cancellationToken);
        return Git.Since(before.GetAwaiter().GetResult(), head, source, cancellationToken);
    }

    /// <summary>
    /// What the commits that branches, tags and other references lead to held, without what a snapshot holds. In a shallow clone the
    /// history ends where the clone does.
    /// </summary>
    /// <exception cref="RepositoryException">There is no git repository, or git failed.</exception>
    public RepositoryHistory History(RepositorySnapshot snapshot, CancellationToken cancellationToken) =>
        Git.History(snapshot, cancellationToken);

    /// <summary>
    /// The paths below the governed root with changes that are in no commit: modified, deleted, staged and untracked
    /// ones. Null without git, when nobody knows.
    /// </summary>
    /// <exception cref="RepositoryException">The repository is bare, or git failed.</exception>
    public IReadOnlyCollection<string>? UncommittedPaths(CancellationToken cancellationToken) =>
        _git is null ? null
        : IsBare ? ImmutableHashSet<string>.Empty
        : UncommittedChanges.Read(_git, cancellationToken);

    /// <summary>
    /// Opens the store of results for one configuration, in the git folder; it is written when this object is disposed
    /// of. Without git nothing is kept.
    /// </summary>
    /// <param name="configurationKey">All that results depend on beside content and class: versions, rules, options.</param>
    public IFileResultStore OpenStore(string configurationKey)
    {
        if (_git is null)
        {
            return NoStore.Instance;
        }

        var store = new FileResultStore(Path.Combine(_git.CommonDirectory, "governance-cache"), configurationKey);
        lock (_stores)
        {
            _stores.Add(store);
        }

        return store;
    }

    private GitSnapshot Take(SnapshotSource source, CancellationToken cancellationToken)
    {
        var git = Git;
        if (source.Revision is { } revision)
        {
            return git.Commit(revision, cancellationToken);
        }

        if (IsBare)
        {
            throw new RepositoryException(
                $"'{RootPath}' is a repository without a working tree"
                    + (source.IsIndex ? ", so nothing is staged in it" : ": say which commit to check, with --commit")
            );
        }

        if (source.IsIndex)
        {
            return git.Index(cancellationToken);
        }

        var taken = git.WorkingTree(cancellationToken);
        Notice = taken.IsIgnored
            ? $"git ignores '{RootPath}', so all of its files are checked as those of a plain folder"
            : Notice;
        return taken;
    }

    /// <summary>Writes the stores, and ends the processes that contents are read through.</summary>
    public void Dispose()
    {
        lock (_stores)
        {
            _stores.ForEach(static store => store.Dispose());
            _stores.Clear();
        }

        _snapshots?.Dispose();
    }
}
