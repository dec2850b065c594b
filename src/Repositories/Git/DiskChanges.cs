using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>How the files on disk differ from the index, by git's own judgement. Paths are relative to git's folder.</summary>
internal static class DiskChanges
{
    /// <summary>Tracked paths whose file differs or is gone.</summary>
    /// <param name="Changed">The file differs, or something else than a file stands there.</param>
    /// <param name="Deleted">Nothing stands there.</param>
    public sealed record Tracked(HashSet<string> Changed, HashSet<string> Deleted);

    /// <summary>Paths that git neither tracks nor ignores.</summary>
    /// <param name="Paths">Files and links. Repositories of their own are left out, whole.</param>
    /// <param name="Unnamable">Paths that are no text, and folders that could not be looked into.</param>
    public sealed record Untracked(List<string> Paths, List<UnnamablePath> Unnamable);

    /// <summary>Compares the tracked files with the index.</summary>
    public static Tracked ReadTracked(GitCommand git, CancellationToken cancellationToken)
    {
        var changes = new Tracked(new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        var outcome = GitRun.Records(
            git,
            record =>
            {
                // "C path" or "R path"; a deleted file has both. A path that is no text is in the index's listing.
                if (PathBytes.Decode(record[2..]) is { } path)
                {
                    (record[0] == (byte)'R' ? changes.Deleted : changes.Changed).Add(path);
                }
            },
            cancellationToken,
            "ls-files",
            "-z",
            "-t",
            "--modified",
            "--deleted"
        );
        Check(git, outcome);
        return changes;
    }

    /// <summary>Lists what is neither tracked nor ignored.</summary>
    public static Untracked ReadUntracked(GitCommand git, CancellationToken cancellationToken)
    {
        var untracked = new Untracked([], []);
        var outcome = GitRun.Records(
            git,
            record =>
            {
                if (record.EndsWith("/"u8))
                {
                    return;
                }

                if (PathBytes.Decode(record) is { } path)
                {
                    untracked.Paths.Add(path);
                }
                else
                {
                    untracked.Unnamable.Add(new UnnamablePath(PathBytes.Display(record), PathBytes.NotUtf8));
                }
            },
            cancellationToken,
            "ls-files",
            "-z",
            "--others",
            "--exclude-standard"
        );
        Check(git, outcome);
        untracked.Unnamable.AddRange(UnreadableFolders(outcome.Errors));
        return untracked;
    }

    /// <summary>
    /// The folders git could not look into, out of its warnings
    /// (<c>warning: could not open directory 'secret/': Permission denied</c>).
    /// </summary>
    public static IEnumerable<UnnamablePath> UnreadableFolders(string errors)
    {
        const string Start = "warning: could not open directory '";
        const string Middle = "/': ";
        foreach (var line in errors.Split('\n'))
        {
            var middle = line.LastIndexOf(Middle, StringComparison.Ordinal);
            if (line.StartsWith(Start, StringComparison.Ordinal) && middle > Start.Length)
            {
                var reason = new StringBuilder(line[(middle + Middle.Length)..].TrimEnd());
                reason[0] = char.ToLowerInvariant(reason[0]);
                yield return new UnnamablePath(line[Start.Length..middle], $"the folder cannot be opened: {reason}");
            }
        }
    }

    private static void Check(GitCommand git, GitOutcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new RepositoryException(
                $"git cannot compare the files of '{git.Folder}' with its index: {outcome.Reason}"
            );
        }
    }
}
