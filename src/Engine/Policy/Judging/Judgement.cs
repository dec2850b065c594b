using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;

namespace Governance.Engine.Policy.Judging;

/// <summary>One verdict: what speaks for each finding, and what is to be said of exceptions and baseline themselves.</summary>
internal sealed class Judgement
{
    private readonly JudgeInput _input;
    private readonly ImmutableArray<string> _oldFingerprints;
    private readonly ExceptionLedger _exceptions;
    private readonly BaselineLedger? _baseline;
    private readonly bool[]? _inBase;

    public Judgement(JudgeInput input, KnownRules rules)
    {
        _input = input;
        _oldFingerprints = BeforeRenames(input.Findings);
        _exceptions = new ExceptionLedger(input, rules);
        _baseline = input.Baseline is null
            ? null
            : new BaselineLedger(AllowedEntries(), input.Findings, _oldFingerprints, input.PathExists);
        _inBase = input.Base is null
            ? null
            : BaseComparison.InBase(input.Findings, _oldFingerprints, input.Base.Findings);

        // In this order: which exceptions cover nothing is known only when all findings were shown to them.
        Findings = input.Findings.Select(Judge).ToImmutableArray();
        Notices = Fingerprinting.Assign(_exceptions.Notices(Ran()).Concat(BaselineNoticesOf()));
    }

    /// <summary>The findings of the input, judged.</summary>
    public ImmutableArray<JudgedFinding> Findings { get; }

    /// <summary>The findings about exceptions and baseline.</summary>
    public ImmutableArray<Finding> Notices { get; }

    /// <summary>The notices, judged: those that the base revision gave already are no news.</summary>
    public IEnumerable<JudgedFinding> JudgedNotices(ImmutableArray<Finding> noticesOfBase)
    {
        var inBase = BaseComparison.InBase(Notices, BeforeRenames(Notices), noticesOfBase);
        return Notices.Select((notice, index) => Of(notice, inBase[index] ? Disposition.InBase : Disposition.Open));
    }

    private JudgedFinding Judge(Finding finding, int index)
    {
        if (_exceptions.Cover(finding) is { } exception)
        {
            return Of(finding, Disposition.Excepted, exception.Reason, exception.Location);
        }

        // Where there is a base, the baseline speaks only for what the base has too: a flaw that was fixed is new again.
        var isNew = _inBase is not null && !_inBase[index];
        if (!isNew && _baseline?[index] is { } entry)
        {
            return Of(finding, Disposition.Baselined, decidedBy: BaselineNotices.Place(_input.Baseline!, entry));
        }

        return Of(finding, _inBase is null || isNew ? Disposition.Open : Disposition.InBase);
    }

    private IEnumerable<Finding> BaselineNoticesOf()
    {
        if (_input.Baseline is not { } baseline || _baseline is null)
        {
            return Enumerable.Empty<Finding>();
        }

        var ran = Ran();
        var stale = _baseline.Unmatched.Where(entry => ran.Contains(entry.BaseRuleId)).ToImmutableArray();
        var added = _input.Base?.Baseline is { } before
            ? BaselineGrowth.Added(AllowedEntries(), before, _baseline, _oldFingerprints)
            : ImmutableArray<BaselineEntry>.Empty;
        return BaselineNotices
            .Forbidden(baseline, _input.Policy)
            .Concat(BaselineNotices.Fixed(baseline, stale))
            .Concat(BaselineNotices.Grown(baseline, added));
    }

    private IEnumerable<BaselineEntry> AllowedEntries() =>
        _input.Baseline!.Entries.Where(entry => Baseline.WhyForbidden(_input.Policy, entry.BaseRuleId) is null);

    private HashSet<string> Ran() => new(_input.RulesThatRan, StringComparer.Ordinal);

    private ImmutableArray<string> BeforeRenames(ImmutableArray<Finding> findings) =>
        Fingerprinting.BeforeRenames(findings, _input.Base?.Renames ?? ImmutableDictionary<string, string>.Empty);

    private JudgedFinding Of(
        Finding finding,
        Disposition disposition,
        string? reason = null,
        Location? decidedBy = null
    )
    {
        var settings = _input.Policy.Rules[finding.BaseRuleId];
        var severity = finding.AtMost is { } atMost && atMost < settings.Severity ? atMost : settings.Severity;
        return new JudgedFinding(finding, severity, settings.Mode, disposition, reason, decidedBy);
    }
}
