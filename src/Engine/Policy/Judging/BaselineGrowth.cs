using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Policy.Judging;

/// <summary>Compares a change's baseline with that of the base revision.</summary>
internal static class BaselineGrowth
{
    /// <summary>The entries that the base's baseline lacks, also under the paths before the change's renames.</summary>
    /// <param name="entries">The baseline's entries, as far as it may hold them.</param>
    /// <param name="before">The base's baseline.</param>
    /// <param name="matches">The entry of each finding.</param>
    /// <param name="oldFingerprints">What each finding's fingerprint was before the renames.</param>
    public static ImmutableArray<BaselineEntry> Added(
        IEnumerable<BaselineEntry> entries,
        Baseline before,
        BaselineLedger matches,
        ImmutableArray<string> oldFingerprints
    )
    {
        var pool = new FindingPool<BaselineEntry>();
        foreach (var entry in before.Entries)
        {
            pool.Add(entry.RuleId, entry.Fingerprint, entry);
        }

        var oldOf = new Dictionary<BaselineEntry, string>();
        for (var index = 0; index < oldFingerprints.Length; index++)
        {
            if (matches[index] is { } entry)
            {
                oldOf[entry] = oldFingerprints[index];
            }
        }

        return entries
            .Where(entry => !pool.TryTake(entry.RuleId, entry.Fingerprint, out _))
            .Where(entry => !(oldOf.TryGetValue(entry, out var old) && pool.TryTake(entry.RuleId, old, out _)))
            .ToImmutableArray();
    }
}
