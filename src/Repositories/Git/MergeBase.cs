using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Governance.Repositories.Git;

/// <summary>The merge base of a change, by how what is tracked now differs from it.</summary>
/// <param name="Commit">The merge base's full id.</param>
/// <param name="Head">The full id of the commit with the change; null where it is the working tree or the index.</param>
/// <param name="Difference">How what is tracked differs from the merge base.</param>
/// <param name="Sizes">The sizes in bytes of what it held at the paths that differ, by id, as far as it is here.</param>
internal sealed record MergeBase(
    string Commit,
    string? Head,
    TreeDifference Difference,
    IReadOnlyDictionary<string, long> Sizes
)
{
    /// <summary>Asks git.</summary>
    /// <param name="git">Git, in the governed root.</param>
    /// <param name="revision">Where the change is meant to go.</param>
    /// <param name="source">The state with the change.</param>
    /// <param name="settings">Whether contents may be missing here.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RepositoryException">There is no such revision, or nothing in common with it.</exception>
    public static MergeBase Find(
        GitCommand git,
        string revision,
        SnapshotSource source,
        Task<GitSettings> settings,
        CancellationToken cancellationToken
    )
    {
        var head = source.Revision is { } own ? Revisions.Resolve(git, own, cancellationToken) : null;
        var commit = Revisions.MergeBase(git, revision, head ?? "HEAD", cancellationToken);
        var difference = TreeDifference.Read(git, commit, head, cancellationToken);
        var isPartial = settings.GetAwaiter().GetResult().IsPartialClone;
        return new MergeBase(
            commit,
            head,
            difference,
            SizesOf(git, commit, difference.Before, isPartial, cancellationToken)
        );
    }

    /// <summary>The sizes in bytes of what a commit holds at some of its paths, by id, as far as it is here.</summary>
    public static Dictionary<string, long> SizesOf(
        GitCommand git,
        string commit,
        List<TreeEntry> entries,
        bool isPartialClone,
        CancellationToken cancellationToken
    )
    {
        var missing =
            isPartialClone && entries.Count > 0 ? MissingObjects.OfCommit(git, commit, cancellationToken) : [];
        return ObjectSizes.Of(git, entries, missing, cancellationToken);
    }

    /// <summary>What it holds, given what is tracked now: in no order, and without sizes.</summary>
    public IEnumerable<TreeEntry> Entries(IReadOnlyList<TreeEntry> tracked)
    {
        foreach (var entry in tracked)
        {
            if (!Difference.Holds(entry.Path))
            {
                yield return entry;
            }
        }

        foreach (var entry in Difference.Before)
        {
            yield return entry;
        }
    }
}
