using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Policy;

/// <summary>
/// The findings that were there when the rules came to a repository. It only shrinks: what is fixed is pruned, and an
/// entry that a change adds is a finding. <see cref="BaselineFile"/> reads and writes it.
/// </summary>
/// <param name="DisplayPath">Its file's path, as findings about it name it.</param>
/// <param name="Entries">The entries, in the order of the file.</param>
public sealed record Baseline(string DisplayPath, ImmutableArray<BaselineEntry> Entries)
{
    /// <summary>The name of the file, at the governed root.</summary>
    public const string FileName = "governance.baseline";

    /// <summary>A baseline of all findings that count or are in one already, except those that no baseline may hold.</summary>
    public static Baseline Of(IEnumerable<JudgedFinding> findings, EffectivePolicy policy) =>
        new(
            FileName,
            findings
                .Where(judged =>
                    judged.Disposition is Disposition.Open or Disposition.Baselined
                    && WhyForbidden(policy, judged.Finding.BaseRuleId) is null
                )
                .SelectMany(EntriesOf)
                .ToImmutableArray()
        );

    /// <summary>This baseline without what is fixed, and with renamed paths brought up to date. Nothing is added.</summary>
    /// <param name="findings">All findings of a run that used this baseline and no base revision.</param>
    /// <param name="rulesThatRan">The rules of that run; entries of others stay.</param>
    public Baseline Pruned(IEnumerable<JudgedFinding> findings, IReadOnlyCollection<string> rulesThatRan)
    {
        var ran = new HashSet<string>(rulesThatRan, StringComparer.Ordinal);
        return this with
        {
            Entries = findings
                .Where(static judged => judged.Disposition == Disposition.Baselined)
                .SelectMany(EntriesOf)
                .Concat(Entries.Where(entry => !ran.Contains(entry.BaseRuleId)))
                .ToImmutableArray(),
        };
    }

    /// <summary>Why no baseline may hold findings of a rule, as half a sentence; null where one may.</summary>
    internal static string? WhyForbidden(EffectivePolicy policy, string ruleId)
    {
        if (!KnownRules.IsExceptable(ruleId))
        {
            return "which is about the policy or the tool itself";
        }

        if (!policy.Rules.TryGetValue(ruleId, out var settings))
        {
            return null;
        }

        return settings.Locked ? "which the organisation locks"
            : settings.NeverBaselined ? "which the organisation never lets into a baseline"
            : null;
    }

    private static IEnumerable<BaselineEntry> EntriesOf(JudgedFinding judged) =>
        (judged.Members.IsEmpty ? ImmutableArray.Create(judged.Finding) : judged.Members).Select(
            static finding => new BaselineEntry(finding.RuleId, finding.Fingerprint, finding.Location.Path, 0)
        );
}

/// <summary>One known finding.</summary>
/// <param name="RuleId">The rule, with a family's suffix where it has one.</param>
/// <param name="Fingerprint">The finding's fingerprint.</param>
/// <param name="Path">The path it was at, which is part of the fingerprint.</param>
/// <param name="Line">The 1-based line of the file it was read from; 0 when it was not.</param>
public sealed record BaselineEntry(string RuleId, string Fingerprint, string Path, int Line)
{
    /// <summary>The rule's id without a family's suffix.</summary>
    public string BaseRuleId => RuleId.IndexOf('/') is var slash && slash >= 0 ? RuleId.Substring(0, slash) : RuleId;
}
