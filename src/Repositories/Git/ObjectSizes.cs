using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>Asks for the sizes of many objects at once.</summary>
internal static class ObjectSizes
{
    /// <summary>The sizes in bytes; an object that is not in this clone has none.</summary>
    public static Dictionary<string, long> Of(
        GitCommand git,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
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
