using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>Asks for the sizes of many objects at once.</summary>
internal static class ObjectSizes
{
    /// <summary>The sizes in bytes of what entries hold, by id; an object that is not in this clone has none.</summary>
    /// <param name="git">Git.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="missing">Ids of objects that are not here: in a partial clone, git would fetch what it is asked for.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static Dictionary<string, long> Of(
        GitCommand git,
        IEnumerable<TreeEntry> entries,
        HashSet<string> missing,
        CancellationToken cancellationToken
    )
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            // The id of a submodule is a commit of another repository.
            if (entry.Kind != EntryKind.Submodule && !missing.Contains(entry.ObjectId))
            {
                wanted.Add(entry.ObjectId);
            }
        }

        return Of(git, wanted, cancellationToken);
    }

    private static Dictionary<string, long> Of(GitCommand git, HashSet<string> ids, CancellationToken cancellationToken)
    {
        var sizes = new Dictionary<string, long>(ids.Count, StringComparer.Ordinal);
        if (ids.Count == 0)
        {
            return sizes;
        }

        var outcome = GitRun.Read(
            git,
            output =>
            {
                using var lines = new StreamReader(output, Encoding.ASCII);
                while (lines.ReadLine() is { } line)
                {
                    Add(sizes, line);
                }
            },
            input =>
            {
                using var buffered = new StreamWriter(input, Encoding.ASCII, 32 * 1024) { NewLine = "\n" };
                foreach (var id in ids)
                {
                    buffered.WriteLine(id);
                }
            },
            cancellationToken,
            "cat-file",
            "--batch-check=%(objectname) %(objectsize)",
            "--buffer"
        );
        return outcome.Succeeded
            ? sizes
            : throw new RepositoryException($"git cannot read the objects of '{git.Folder}': {outcome.Reason}");
    }

    private static void Add(Dictionary<string, long> sizes, string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && long.TryParse(line.AsSpan(space + 1), out var size))
        {
            sizes[line[..space]] = size;
        }
    }
}
