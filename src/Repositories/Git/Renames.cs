using System;
using System.Collections.Generic;
using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>Finds the files that were renamed since a commit, as <c>git diff -M</c> sees them.</summary>
internal static class Renames
{
    /// <summary>New paths with their old ones, relative to the folder git runs in; renames across its border are none.</summary>
    /// <param name="git">Git.</param>
    /// <param name="from">The old commit's full id.</param>
    /// <param name="to">The new commit's full id, or null for the working tree or the index.</param>
    /// <param name="staged">Without a new commit: whether the index is meant.</param>
    /// <param name="exactOnly">Whether only files of equal content count: a partial clone lacks what it takes to compare.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public static IReadOnlyDictionary<string, string> Since(
        GitCommand git,
        string from,
        string? to,
        bool staged,
        bool exactOnly,
        CancellationToken cancellationToken
    )
    {
        var pairs = new Pairs();
        DiffCommand.Run(
            git,
            from,
            to,
            staged,
            pairs.Add,
            cancellationToken,
            exactOnly ? "-M100%" : "-M",
            "--diff-filter=R",
            "--name-status",
            "--ignore-submodules=all"
        );
        return pairs.OldByNew;
    }

    /// <summary>Reads <c>R100 NUL old NUL new NUL</c>, over and over.</summary>
    private sealed class Pairs
    {
        private int _field;
        private string? _old;

        public Dictionary<string, string> OldByNew { get; } = new(StringComparer.Ordinal);

        public void Add(ReadOnlySpan<byte> record)
        {
            switch (_field)
            {
                case 1:
                    _old = PathBytes.Decode(record);
                    break;
                case 2 when _old is not null && PathBytes.Decode(record) is { } current:
                    OldByNew[current] = _old;
                    break;
            }

            _field = (_field + 1) % 3;
        }
    }
}
