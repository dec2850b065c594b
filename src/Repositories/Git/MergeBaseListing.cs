using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>What the merge base of a change holds.</summary>
/// <param name="Commit">The merge base's full id.</param>
/// <param name="Head">The full id of the commit with the change; null where it is the working tree or the index.</param>
/// <param name="Tree">What the merge base holds, without sizes.</param>
internal sealed record MergeBaseListing(string Commit, string? Head, TreeListing Tree)
{
    /// <summary>Asks git.</summary>
    /// <param name="repository">The repository; its command runs in the governed root.</param>
    /// <param name="revision">Where the change is meant to go.</param>
    /// <param name="source">The state with the change.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RepositoryException">There is no such revision, or nothing in common with it.</exception>
    public static MergeBaseListing Read(
        GitRepository repository,
        string revision,
        SnapshotSource source,
        CancellationToken cancellationToken
    )
    {
        var git = repository.Command;
        var onto = Revisions.Resolve(git, revision, cancellationToken);
        var head = source.Revision is { } own ? Revisions.Resolve(git, own, cancellationToken) : null;
        var commit = Revisions.MergeBase(git, onto, head ?? "HEAD", cancellationToken);
        var tree = TreeListing.Read(git, commit, repository.Prefix, withSizes: false, cancellationToken);
        return new MergeBaseListing(commit, head, tree);
    }
}
