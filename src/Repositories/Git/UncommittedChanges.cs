using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>Lists what is in no commit. https://git-scm.com/docs/git-status#_porcelain_format_version_1</summary>
internal static class UncommittedChanges
{
    /// <summary>The paths, relative to the governed root; bytes that are no text are replaced.</summary>
    public static HashSet<string> Read(GitRepository repository, CancellationToken cancellationToken)
    {
        // The form's paths are relative to the top, wherever git runs.
        var prefix = repository.Prefix.Length == 0 ? "" : repository.Prefix + "/";
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var outcome = GitRun.Records(
            repository.Command,
            record =>
            {
                // XY SP path
                var path = Encoding.UTF8.GetString(record[3..]);
                if (path.StartsWith(prefix, StringComparison.Ordinal))
                {
                    paths.Add(path[prefix.Length..].TrimEnd('/'));
                }
            },
            cancellationToken,
            "status",
            "--porcelain",
            "-z",
            "--no-renames",
            "--untracked-files=all",
            "--ignore-submodules=all",
            "--",
            "."
        );
        return outcome.Succeeded
            ? paths
            : throw new RepositoryException(
                $"git cannot tell what is uncommitted in '{repository.Command.Folder}': {outcome.Reason}"
            );
    }
}
