using System;
using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>Asks git about the repository a folder lies in.</summary>
internal static class GitQuestion
{
    // The last three fail in a bare repository or before the first commit; what precedes them is printed all the same.
    private static readonly string[] Arguments =
    [
        "rev-parse",
        "--is-inside-work-tree",
        "--path-format=absolute",
        "--git-dir",
        "--git-common-dir",
        "--show-prefix",
        "--show-toplevel",
        "HEAD",
        "--symbolic-full-name",
        "HEAD",
    ];

    /// <summary>The repository of the folder <paramref name="git"/> runs in; null when it lies in none.</summary>
    /// <exception cref="RepositoryException">There is one, and git refuses to work with it.</exception>
    public static GitRepository? Ask(GitCommand git, CancellationToken cancellationToken)
    {
        var (outcome, lines) = GitRun.Lines(git, cancellationToken, Arguments);
        if (lines.Length < 4)
        {
            return Refused(git, outcome);
        }

        var inWorkTree = lines[0] == "true";
        var head = lines.AsSpan(inWorkTree ? 5 : 4);
        if (!inWorkTree)
        {
            (_, var named) = GitRun.Lines(git, cancellationToken, "rev-parse", "HEAD", "--symbolic-full-name", "HEAD");
            head = named;
        }

        // Before the first commit git repeats the word instead of an id.
        var born = head.Length == 2 && head[0] != "HEAD";
        if (inWorkTree && (lines.Length < 5 || head.Length > 2))
        {
            throw new RepositoryException($"the path of the repository at '{git.Folder}' holds a line break");
        }

        return new GitRepository
        {
            Command = git,
            GitDirectory = lines[1],
            CommonDirectory = lines[2],
            Prefix = lines[3].TrimEnd('/'),
            Top = inWorkTree ? lines[4] : null,
            Head = born ? head[0] : null,
            Branch = born && head[1].StartsWith("refs/", StringComparison.Ordinal) ? head[1] : null,
        };
    }

    private static GitRepository? Refused(GitCommand git, GitOutcome outcome)
    {
        var reason = outcome.Reason;
        if (reason.Contains("dubious ownership", StringComparison.Ordinal))
        {
            // Git names the top, which is what the setting must hold: "... in repository at '/srv/it'".
            var (from, to) = (reason.IndexOf('\'', StringComparison.Ordinal), reason.LastIndexOf('\''));
            var top = from < to ? reason[(from + 1)..to] : git.Folder;
            throw new RepositoryException(
                $"git refuses to read '{top}' because another user owns it (see safe.directory in git's documentation): "
                    + $"if you trust it, run git config --global --add safe.directory '{top}'"
            );
        }

        return reason.StartsWith("not a git repository (or any", StringComparison.Ordinal)
            ? null
            : throw new RepositoryException($"git cannot read the repository at '{git.Folder}': {reason}");
    }
}
