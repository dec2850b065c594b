using System;
using System.Collections.Generic;
using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>
/// Tells which objects a partial clone lacks. Asked for one of them, <c>cat-file</c> and <c>ls-tree --long</c> try to fetch it
/// and give up altogether when they cannot; <c>rev-list --missing=print</c> only looks.
/// https://git-scm.com/docs/partial-clone
/// </summary>
internal static class MissingObjects
{
    /// <summary>The objects below a commit that are not here.</summary>
    public static HashSet<string> OfCommit(GitCommand git, string commit, CancellationToken cancellationToken) =>
        Ask(git, commit, cancellationToken);

    /// <summary>The objects in the index that are not here.</summary>
    public static HashSet<string> OfIndex(GitCommand git, CancellationToken cancellationToken) =>
        Ask(git, "--indexed-objects", cancellationToken);

    private static HashSet<string> Ask(GitCommand git, string start, CancellationToken cancellationToken)
    {
        var (outcome, lines) = GitRun.Lines(
            git,
            cancellationToken,
            "rev-list",
            "--objects",
            "--no-object-names",
            "--no-walk",
            "--missing=print",
            start
        );
        if (!outcome.Succeeded)
        {
            throw new RepositoryException($"git cannot list the objects of '{git.Folder}': {outcome.Reason}");
        }

        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.StartsWith('?'))
            {
                missing.Add(line[1..]);
            }
        }

        return missing;
    }
}
