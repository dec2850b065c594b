using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;

namespace Governance.Engine.Policy.Judging;

/// <summary>Finds the baseline's entry of each finding, following renames.</summary>
internal sealed class BaselineLedger
{
    /// <summary>How many pairs of a gone path and a present one are tried for renames that git did not report.</summary>
    private const int MaxRenameGuesses = 10_000;

    private readonly FindingPool<BaselineEntry> _pool = new();
    private readonly BaselineEntry?[] _matches;

    /// <param name="entries">The entries that may be in a baseline.</param>
    /// <param name="findings">All findings.</param>
    /// <param name="oldFingerprints">What each one's fingerprint was before the renames that are known.</param>
    /// <param name="pathExists">Whether something stands at a path.</param>
    public BaselineLedger(
        IEnumerable<BaselineEntry> entries,
        ImmutableArray<Finding> findings,
        ImmutableArray<string> oldFingerprints,
        Func<string, bool> pathExists
    )
    {
        foreach (var entry in entries)
        {
            _pool.Add(entry.RuleId, entry.Fingerprint, entry);
        }

        _matches = new BaselineEntry?[findings.Length];
        Match(findings, index => findings[index].Fingerprint);
        Match(findings, index => oldFingerprints[index]);
        FollowGonePaths(findings, pathExists);
        Unmatched = _pool.Rest().OrderBy(static entry => entry.Line).ToImmutableArray();
    }

    /// <summary>The entries that no finding has any more, in the order of the file.</summary>
    public ImmutableArray<BaselineEntry> Unmatched { get; }

    /// <summary>The entry of a finding, or null.</summary>
    public BaselineEntry? this[int finding] => _matches[finding];

    private void Match(ImmutableArray<Finding> findings, Func<int, string> fingerprintOf)
    {
        for (var index = 0; index < findings.Length; index++)
        {
            if (_matches[index] is null && _pool.TryTake(findings[index].RuleId, fingerprintOf(index), out var entry))
            {
                _matches[index] = entry;
            }
        }
    }

    /// <summary>
    /// Without a base revision nobody says what was renamed. But where nothing stands at an entry's path any more, and a
    /// finding elsewhere would have had that very fingerprint there, its file has moved.
    /// </summary>
    private void FollowGonePaths(ImmutableArray<Finding> findings, Func<string, bool> pathExists)
    {
        var gone = _pool
            .Rest()
            .Where(entry => !pathExists(entry.Path))
            .ToLookup(static entry => entry.RuleId, static entry => entry.Path, StringComparer.Ordinal);
        if (gone.Count == 0)
        {
            return;
        }

        var guesses = 0;
        foreach (var file in Enumerable.Range(0, findings.Length).GroupBy(index => findings[index].Location.Path))
        {
            var indexes = file.ToArray();
            var oldPaths = indexes
                .Where(index => _matches[index] is null)
                .SelectMany(index => gone[findings[index].RuleId])
                .Distinct(StringComparer.Ordinal)
                .OrderBy(static path => path, StringComparer.Ordinal);
            foreach (var oldPath in oldPaths)
            {
                if (++guesses > MaxRenameGuesses)
                {
                    return;
                }

                Follow(findings, indexes, oldPath);
            }
        }
    }

    private void Follow(ImmutableArray<Finding> findings, int[] indexes, string oldPath)
    {
        var moved = indexes.Select(index => findings[index]).ToImmutableArray();
        var renames = ImmutableDictionary<string, string>.Empty.Add(moved[0].Location.Path, oldPath);
        var fingerprints = Fingerprinting.BeforeRenames(moved, renames);
        for (var at = 0; at < indexes.Length; at++)
        {
            if (_matches[indexes[at]] is null && _pool.TryTake(moved[at].RuleId, fingerprints[at], out var entry))
            {
                _matches[indexes[at]] = entry;
            }
        }
    }
}
