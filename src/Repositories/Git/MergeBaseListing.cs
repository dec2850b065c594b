using System.Collections.Generic;
using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>What the merge base of a change holds, and what the change renamed.</summary>
/// <param name="Commit">The merge base's full id.</param>
/// <param name="Tree">What it holds, without sizes.</param>
/// <param name="Renames">New path to old path.</param>
internal sealed record MergeBaseListing(string Commit, TreeListing Tree, IReadOnlyDictionary<string, string> Renames)
{
    /// <summary>Asks git.</summary>
    /// <param name="repository">The repository; its command runs in the governed root.</param>
    /// <param name="revision">Where the change is meant to go.</param>
    /// <param name="source">The state with the change.</param>
    /// <param name="isPartialClone">Whether contents may be missing, which then cannot be compared.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RepositoryException">There is no such revision, or nothing in common with it.</exception>
    public static MergeBaseListing Read(
        GitRepository repository,
        string revision,
        SnapshotSource source,
        bool isPartialClone,
        CancellationToken cancellationToken
    )
    {
        var git = repository.Command;
        var onto = Revisions.Resolve(git, revision, cancellationToken);
        var head = source.Revision is { } own ? Revisions.Resolve(git, own, cancellationToken) : null;
        var commit = Revisions.MergeBase(git, onto, head ?? "HEAD", cancellationToken);
        var renames = GitRun.InBackground(() =>
            Git.Renames.Since(git, commit, head, source.IsIndex, isPartialClone, cancellationToken)
        );
        var tree = TreeListing.Read(git, commit, repository.Prefix, withSizes: false, cancellationToken);
        return new MergeBaseListing(commit, tree, renames.GetAwaiter().GetResult());
    }
}
