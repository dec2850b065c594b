using System;
using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>Finds commits by the names people give them.</summary>
internal static class Revisions
{
    // Makes git look for the commit that a tag or a name leads to.
    private const string Commit = "^{commit}";

    /// <summary>The full id of the commit that <paramref name="revision"/> names.</summary>
    /// <exception cref="RepositoryException">There is none.</exception>
    public static string Resolve(GitCommand git, string revision, CancellationToken cancellationToken)
    {
        Check(revision);
        // A revision that looks like an option is none: it is a name that is not known.
        var (outcome, lines) = GitRun.Lines(
            git,
            cancellationToken,
            "rev-parse",
            "--verify",
            "--end-of-options",
            revision + Commit
        );
        if (outcome.Succeeded && lines.Length > 0)
        {
            return lines[^1];
        }

        var reason = outcome.Reason.StartsWith("Needed a single revision", StringComparison.Ordinal)
            ? ""
            : $" (git: {outcome.Reason})";
        throw new RepositoryException(
            $"the revision '{revision}' is not known here{reason}{HintFor(git, cancellationToken)}"
        );
    }

    /// <summary>
    /// The commit that a reference of the service (<c>refs/heads/main</c>) leads to in a clone or a mirror, null for its default branch: a
    /// clone has the branches of its remote under <c>refs/remotes</c>, and its own may lag behind. Null where there is none.
    /// </summary>
    public static string? Find(GitCommand git, string? reference, CancellationToken cancellationToken)
    {
        foreach (var name in NamesOf(reference))
        {
            Check(name);
            var (outcome, lines) = GitRun.Lines(
                git,
                cancellationToken,
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                name + Commit
            );
            if (outcome.Succeeded && lines.Length > 0)
            {
                return lines[^1];
            }
        }

        return null;
    }

    private static string[] NamesOf(string? reference)
    {
        const string Heads = "refs/heads/";
        return reference is null ? ["refs/remotes/origin/HEAD", "HEAD"]
            : reference.StartsWith(Heads, StringComparison.Ordinal)
                ? ["refs/remotes/origin/" + reference[Heads.Length..], reference]
            : reference.StartsWith("refs/", StringComparison.Ordinal) ? [reference]
            : ["refs/remotes/origin/" + reference, "refs/heads/" + reference, "refs/tags/" + reference, reference];
    }

    /// <summary>The full name of the branch that <paramref name="revision"/> names, or null.</summary>
    public static string? BranchOf(GitCommand git, string revision, CancellationToken cancellationToken)
    {
        var (outcome, lines) = GitRun.Lines(
            git,
            cancellationToken,
            "rev-parse",
            "--verify",
            "--quiet",
            "--symbolic-full-name",
            "--end-of-options",
            revision
        );
        var name = outcome.Succeeded && lines.Length > 0 ? lines[^1] : "";
        return name.StartsWith("refs/heads/", StringComparison.Ordinal) ? name : null;
    }

    /// <summary>The full id of the best common ancestor of two revisions.</summary>
    /// <exception cref="RepositoryException">There is none, or one of them is not known.</exception>
    public static string MergeBase(GitCommand git, string first, string second, CancellationToken cancellationToken)
    {
        Check(first);
        Check(second);
        var (outcome, lines) = GitRun.Lines(
            git,
            cancellationToken,
            "merge-base",
            "--end-of-options",
            first + Commit,
            second + Commit
        );
        if (outcome.Succeeded && lines.Length > 0)
        {
            return lines[0];
        }

        // Which of them is not known, and why, git says only of one alone.
        first = Resolve(git, first, cancellationToken);
        second = Resolve(git, second, cancellationToken);
        // Exit code 1 means that they have none; anything else is an error.
        var reason = outcome.ExitCode == 1 ? "" : $" (git: {outcome.Reason})";
        throw new RepositoryException(
            $"{first} and {second} have no common ancestor here{reason}{HintFor(git, cancellationToken)}"
        );
    }

    private static void Check(string revision)
    {
        if (revision.Length == 0 || revision.AsSpan().IndexOfAnyInRange('\0', '\x1F') >= 0)
        {
            throw new RepositoryException("the revision is empty or holds a control character");
        }
    }

    private static string HintFor(GitCommand git, CancellationToken cancellationToken)
    {
        if (!GitRun.Lines(git, cancellationToken, "rev-parse", "--verify", "--quiet", "HEAD").Outcome.Succeeded)
        {
            return "; the repository has no commits yet";
        }

        var (_, lines) = GitRun.Lines(git, cancellationToken, "rev-parse", "--is-shallow-repository");
        return lines is ["true", ..]
            ? "; this clone is shallow, so fetch more history: git fetch --unshallow, or fetch-depth: 0 in the CI's checkout"
            : "";
    }
}
