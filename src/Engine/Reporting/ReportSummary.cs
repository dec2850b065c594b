using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Rules;

namespace Governance.Engine.Reporting;

/// <summary>The counts of a report, made once, so that all formats say the same.</summary>
public sealed record ReportSummary
{
    /// <summary>The severities a finding can have, the worst first.</summary>
    public static ImmutableArray<Severity> Severities { get; } =
        ImmutableArray.Create(Severity.Error, Severity.Warning, Severity.Note);

    /// <summary>The modes a finding can have, the strictest first.</summary>
    public static ImmutableArray<Mode> Modes { get; } = ImmutableArray.Create(Mode.Block, Mode.Warn, Mode.Observe);

    private readonly ImmutableArray<JudgedFinding> _open;

    private ReportSummary(ImmutableArray<JudgedFinding> open) => _open = open;

    /// <summary>Open findings that fail the run.</summary>
    public required int Blocking { get; init; }

    /// <summary>Open findings in mode warn or block, which people see.</summary>
    public required int Shown { get; init; }

    /// <summary>Open findings in mode observe.</summary>
    public required int Observed { get; init; }

    /// <summary>Those of <see cref="Observed"/> that would fail the run in mode block (at error, where nothing fails a run).</summary>
    public required int WouldBlock { get; init; }

    /// <summary>Findings that an exception covers.</summary>
    public required int Excepted { get; init; }

    /// <summary>Findings that the baseline holds.</summary>
    public required int Baselined { get; init; }

    /// <summary>Findings left out because the base revision has them.</summary>
    public required int InBase { get; init; }

    /// <summary>The exceptions that covered something, in the order of the findings they cover.</summary>
    public required ImmutableArray<ExceptionUse> ExceptionsUsed { get; init; }

    /// <summary>
    /// How many rules were on, without those about the tool and its policy: they say nothing of the repository, and would
    /// make every one look better.
    /// </summary>
    public required int Rules { get; init; }

    /// <summary>Rules that ran and found nothing.</summary>
    public required int Passed { get; init; }

    /// <summary>Rules that found something, excepted or not.</summary>
    public required int Failed { get; init; }

    /// <summary>Rules with nothing to judge.</summary>
    public required int NotApplicable { get; init; }

    /// <summary>Rules whose answer could not be known.</summary>
    public required int NotAvailable { get; init; }

    /// <summary>Rules whose check threw, those about the tool too.</summary>
    public required int Errors { get; init; }

    /// <summary>Rules that gave a verdict: the denominator of compliance.</summary>
    public int Judged => Passed + Failed;

    /// <summary>Whether the run fails.</summary>
    public bool Fails => Blocking > 0;

    /// <summary>How many open findings have this severity and mode.</summary>
    public int Open(Severity severity, Mode mode) =>
        _open.Count(finding => finding.Severity == severity && finding.Mode == mode);

    internal static ReportSummary Of(RedactedReport report)
    {
        var threshold = report.FailOn == Severity.Off ? Severity.Error : report.FailOn;
        var findings = report.Findings;
        var rules = report
            .Outcomes.Where(static rule =>
                rule.Outcome == Outcome.Error || RuleCatalog.Find(rule.RuleId)?.Area != RuleCatalog.EngineArea
            )
            .ToList();
        return new ReportSummary(
            findings.Where(static finding => finding.Disposition == Disposition.Open).ToImmutableArray()
        )
        {
            Blocking = findings.Count(finding => finding.Blocks(report.FailOn)),
            Shown = findings.Count(static finding => finding.IsShown),
            Observed = findings.Count(static finding => finding.IsObserved),
            WouldBlock = findings.Count(finding => finding.IsObserved && finding.Severity >= threshold),
            Excepted = findings.Count(static finding => finding.Disposition == Disposition.Excepted),
            Baselined = findings.Count(static finding => finding.Disposition == Disposition.Baselined),
            InBase = findings.Count(static finding => finding.Disposition == Disposition.InBase),
            ExceptionsUsed = Uses(report),
            Rules = rules.Count,
            Passed = CountOf(Outcome.Pass),
            Failed = CountOf(Outcome.Fail),
            NotApplicable = CountOf(Outcome.NotApplicable),
            NotAvailable = CountOf(Outcome.NotAvailable),
            Errors = CountOf(Outcome.Error),
        };

        int CountOf(Outcome outcome) => rules.Count(rule => rule.Outcome == outcome);
    }

    private static ImmutableArray<ExceptionUse> Uses(RedactedReport report)
    {
        var declared = new Dictionary<Location, PolicyException>();
        foreach (var exception in report.Exceptions)
        {
            declared[exception.Location] = exception;
        }

        return report
            .Findings.Where(static finding => finding.Disposition == Disposition.Excepted)
            .GroupBy(static finding => new Ground(finding.DecidedBy, finding.Reason))
            .Select(group =>
            {
                var (place, reason) = group.Key;
                PolicyException? exception = null;
                var isDeclared = place is not null && declared.TryGetValue(place, out exception);
                return new ExceptionUse(
                    place,
                    reason ?? exception?.Reason ?? "",
                    group
                        .Select(static finding => finding.Finding.RuleId)
                        .Distinct(StringComparer.Ordinal)
                        .OrderBy(static id => id, StringComparer.Ordinal)
                        .ToImmutableArray(),
                    group.Count(),
                    isDeclared ? exception : null
                );
            })
            .ToImmutableArray();
    }

    private sealed record Ground(Location? DecidedBy, string? Reason);
}

/// <summary>An exception that covered findings.</summary>
/// <param name="DeclaredAt">Where it is declared; null where that is not known.</param>
/// <param name="Reason">Why.</param>
/// <param name="RuleIds">The rules whose findings it covered, sorted.</param>
/// <param name="Count">How many findings it covered.</param>
/// <param name="Declaration">Its entry in governance.yml, with approver and last day; null for a comment in a file.</param>
public sealed record ExceptionUse(
    Location? DeclaredAt,
    string Reason,
    ImmutableArray<string> RuleIds,
    int Count,
    PolicyException? Declaration
);
