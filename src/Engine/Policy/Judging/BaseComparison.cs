using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Findings;

namespace Governance.Engine.Policy.Judging;

/// <summary>Tells what a change introduced from what the base revision had already, as multisets, following renames.</summary>
internal static class BaseComparison
{
    /// <summary>For each finding, whether the base has it.</summary>
    public static bool[] InBase(
        ImmutableArray<Finding> findings,
        ImmutableArray<string> oldFingerprints,
        IEnumerable<Finding> baseFindings
    )
    {
        var pool = new FindingPool<Finding>();
        foreach (var finding in baseFindings)
        {
            pool.Add(finding.RuleId, finding.Fingerprint, finding);
        }

        var inBase = new bool[findings.Length];
        for (var index = 0; index < findings.Length; index++)
        {
            inBase[index] = pool.TryTake(findings[index].RuleId, oldFingerprints[index], out _);
        }

        return inBase;
    }
}
