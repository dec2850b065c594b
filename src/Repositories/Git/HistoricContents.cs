using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>Lists what the commits of a repository hold: every content that a branch, tag or other reference leads to, once.</summary>
internal static class HistoricContents
{
    /// <summary>
    /// The contents that a snapshot does not have, each at the path git meets it at first
    /// (https://git-scm.com/docs/git-rev-list#Documentation/git-rev-list.txt---objects).
    /// </summary>
    /// <returns>The contents, and how many more are not in this clone.</returns>
    /// <exception cref="RepositoryException">Git failed.</exception>
    public static (List<TreeEntry> Entries, int Missing) List(
        GitRepository repository,
        RepositorySnapshot without,
        CancellationToken cancellationToken
    )
    {
        var known = without.Files.Select(static file => file.BlobId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var prefix = repository.Prefix.Length == 0 ? "" : repository.Prefix.TrimEnd('/') + "/";
        var entries = new List<TreeEntry>();
        var missing = 0;
        var outcome = GitRun.Read(
            repository.Command,
            output =>
            {
                using var lines = new StreamReader(output, new UTF8Encoding(false));
                while (lines.ReadLine() is { } line)
                {
                    // <id> SP <path>, or ? <id> for what is not here; a path that ends in a line break is shown up to it.
                    missing += line.StartsWith('?') ? 1 : 0;
                    var space = line.IndexOf(' ', StringComparison.Ordinal);
                    if (space > 0 && line.AsSpan(space + 1).StartsWith(prefix, StringComparison.Ordinal))
                    {
                        var id = line[..space];
                        if (!known.Contains(id))
                        {
                            entries.Add(new TreeEntry(line[(space + 1 + prefix.Length)..], EntryKind.File, id, null));
                        }
                    }
                }
            },
            null,
            cancellationToken,
            "rev-list",
            "--all",
            "--objects",
            "--filter=object:type=blob",
            "--filter-provided-objects",
            "--missing=print"
        );
        return outcome.Succeeded
            ? (entries, missing)
            : throw new RepositoryException(
                $"git cannot list the history of '{repository.Command.Folder}': {outcome.Reason}"
            );
    }

    /// <summary>The commits that added or removed contents, the oldest first. One look at the whole history, whatever the number.</summary>
    /// <exception cref="RepositoryException">Git failed.</exception>
    public static Dictionary<string, ImmutableArray<HistoricCommit>> CommitsOf(
        GitRepository repository,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        var found = ids.ToDictionary(static id => id, static _ => new List<HistoricCommit>(), StringComparer.Ordinal);
        HistoricCommit? commit = null;
        var order = 0;
        var outcome = GitRun.Read(
            repository.Command,
            output =>
            {
                using var lines = new StreamReader(output, new UTF8Encoding(false));
                while (lines.ReadLine() is { } line)
                {
                    if (line.StartsWith("commit ", StringComparison.Ordinal))
                    {
                        var parts = line.Split(' ');
                        commit = new HistoricCommit(parts[1], parts[2], order++);
                    }
                    else if (line.StartsWith(':') && commit is not null)
                    {
                        Add(found, line, commit);
                    }
                }
            },
            null,
            cancellationToken,
            "log",
            "--all",
            "--reverse",
            "--date-order",
            "-m",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--root",
            "--format=commit %H %cs"
        );
        return outcome.Succeeded
            ? found
                .Where(static pair => pair.Value.Count > 0)
                .ToDictionary(
                    static pair => pair.Key,
                    static pair => pair.Value.Distinct().ToImmutableArray(),
                    StringComparer.Ordinal
                )
            : throw new RepositoryException(
                $"git cannot read the history of '{repository.Command.Folder}': {outcome.Reason}"
            );
    }

    // :<mode> SP <mode> SP <id before> SP <id after> SP <status> TAB <path>
    private static void Add(Dictionary<string, List<HistoricCommit>> found, string line, HistoricCommit commit)
    {
        var fields = line.Split(' ', 5);
        foreach (var id in fields.Skip(2).Take(2))
        {
            if (found.TryGetValue(id, out var commits))
            {
                commits.Add(commit);
            }
        }
    }
}
