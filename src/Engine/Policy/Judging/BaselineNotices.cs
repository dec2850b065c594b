using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.Engine.Policy.Judging;

/// <summary>What is to be said of the baseline itself. Many of a kind are one finding at the first of them.</summary>
internal static class BaselineNotices
{
    private const int MaxRelated = 5;

    /// <summary>Entries of rules whose findings no baseline may hold.</summary>
    public static IEnumerable<Finding> Forbidden(Baseline baseline, EffectivePolicy policy) =>
        baseline
            .Entries.Select(entry => (Entry: entry, Why: Baseline.WhyForbidden(policy, entry.BaseRuleId)))
            .Where(static pair => pair.Why is not null)
            .GroupBy(static pair => pair.Entry.BaseRuleId, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                Of(
                    PolicyProblem.RuleId,
                    baseline,
                    group.Select(static pair => pair.Entry).ToImmutableArray(),
                    $"The baseline holds {Notice.Count(group.Count(), "finding")} of {group.Key}, {group.First().Why}",
                    "Remove the entries with 'policy baseline', and mend what they stand for"
                )
            );

    /// <summary>Entries that nothing needs any more; left standing, they would let the flaw come back unseen.</summary>
    public static IEnumerable<Finding> Fixed(Baseline baseline, ImmutableArray<BaselineEntry> entries) =>
        entries.IsEmpty
            ? []
            :
            [
                Of(
                    Notice.Needless,
                    baseline,
                    entries,
                    $"The baseline holds {Notice.Count(entries.Length, "finding")} that {(entries.Length == 1 ? "is" : "are")} fixed",
                    "Run 'policy baseline' to prune it"
                ),
            ];

    /// <summary>Entries that a change added.</summary>
    public static IEnumerable<Finding> Grown(Baseline baseline, ImmutableArray<BaselineEntry> entries) =>
        entries.IsEmpty
            ? []
            :
            [
                Of(
                    Notice.Grown,
                    baseline,
                    entries,
                    $"The change adds {Notice.Count(entries.Length, "finding")} to the baseline",
                    "Mend the findings, or declare exceptions with a reason and a last day"
                ),
            ];

    private static Finding Of(
        string ruleId,
        Baseline baseline,
        ImmutableArray<BaselineEntry> entries,
        string message,
        string remedy
    ) =>
        Notice.Of(
            ruleId,
            Place(baseline, entries[0]),
            message,
            remedy,
            string.Join(" ", entries.Select(static entry => entry.Fingerprint).OrderBy(f => f, StringComparer.Ordinal))
        ) with
        {
            Related = entries
                .Skip(1)
                .Take(MaxRelated)
                .Select(entry => new RelatedLocation(Place(baseline, entry), $"{entry.RuleId} at {entry.Path}"))
                .ToImmutableArray(),
        };

    public static Location Place(Baseline baseline, BaselineEntry entry) =>
        new(baseline.DisplayPath, entry.Line == 0 ? null : new SourceSpan(entry.Line, 1, entry.Line, 1));
}
