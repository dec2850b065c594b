using System.Collections.Generic;
using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>Compares a state with a commit before it, below the folder git runs in. https://git-scm.com/docs/git-diff-index</summary>
internal static class DiffCommand
{
    /// <summary>Hands over each NUL-terminated record that git prints.</summary>
    /// <param name="git">Git.</param>
    /// <param name="from">The old commit's full id.</param>
    /// <param name="to">The new commit's full id, or null for the working tree or the index.</param>
    /// <param name="staged">Without a new commit: whether the index is meant.</param>
    /// <param name="handler">Takes the records.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <param name="options">What to compare, and what to print of it.</param>
    public static void Run(
        GitCommand git,
        string from,
        string? to,
        bool staged,
        RecordHandler handler,
        CancellationToken cancellationToken,
        params string[] options
    )
    {
        List<string> arguments =
        [
            to is null ? "diff-index" : "diff-tree",
            "-r",
            "-z",
            "--no-ext-diff",
            "--relative",
            .. options,
        ];
        if (to is null && staged)
        {
            arguments.Add("--cached");
        }

        arguments.Add(from);
        if (to is not null)
        {
            arguments.Add(to);
        }

        arguments.Add("--");
        var outcome = GitRun.Records(git, handler, cancellationToken, [.. arguments]);
        if (!outcome.Succeeded)
        {
            throw new RepositoryException($"git cannot compare with commit {from}: {outcome.Reason}");
        }
    }
}
