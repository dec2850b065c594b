using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Reporting;

namespace Governance.Engine.Checking;

/// <summary>One check from snapshot to report: the whole way that every host goes.</summary>
public static class PolicyCheck
{
    /// <summary>Checks a snapshot. Throws only <see cref="OperationCanceledException"/>.</summary>
    public static CheckReport Run(CheckRequest request, CancellationToken cancellationToken)
    {
        var texts = new SnapshotTexts(request.Snapshot, cancellationToken);
        var state = CheckedState.Of(request.Snapshot, request, null, request.BaselineFile, cancellationToken);
        var judged = PolicyJudge.Judge(
            new JudgeInput
            {
                Findings = state.Findings,
                Policy = state.Policy,
                InlineExceptions = state.Analysis.InlineExceptions,
                Baseline = state.Baseline,
                Base = BaseOf(request, state, cancellationToken),
                Today = request.Today,
                RulesThatRan = state
                    .Analysis.Outcomes.Where(static o => o.Outcome is Outcome.Pass or Outcome.Fail)
                    .Select(static outcome => outcome.RuleId)
                    .ToList(),
                PathExists = path => path == Location.Root || request.Snapshot.Exists(path),
            }
        );
        return new CheckReport
        {
            ToolVersion = request.ToolVersion,
            Origin = request.Snapshot.Origin,
            Policy = state.Policy,
            Findings = FindingGrouping.Combine(judged),
            Outcomes = WithFailed(state.Analysis.Outcomes, judged),
            FileCount = state.Analysis.FileCount,
            FailOn = request.FailOn,
            Base = request.Base?.Name,
            TextOf = texts.Of,
        };
    }

    /// <summary>
    /// The base as the policy of the run sees it, so that a rule the change switches on brings no old findings up; as far
    /// as it is needed to tell which findings are old.
    /// </summary>
    private static JudgeBase? BaseOf(CheckRequest request, CheckedState head, CancellationToken cancellationToken)
    {
        if (request.Base is not { } before)
        {
            return null;
        }

        // Where exceptions or a baseline are judged too, every rule counts: what is needless now may have been before.
        var isLedgerJudged =
            !head.Policy.Exceptions.IsEmpty || !head.Analysis.InlineExceptions.IsEmpty || head.Baseline is not null;
        if (!isLedgerJudged && head.Findings.IsEmpty)
        {
            return new JudgeBase { Findings = ImmutableArray<Finding>.Empty, Policy = head.Policy };
        }

        var known = new SnapshotResults(request.Snapshot, head.Analysis.Files);
        var options = request.Options with { Known = known };
        if (!isLedgerJudged)
        {
            var found = head.Findings.Select(static finding => finding.BaseRuleId).Distinct(StringComparer.Ordinal);
            options = options with { Only = found.ToImmutableArray() };
        }

        request = request with { Options = options };
        var state = CheckedState.Of(before.Snapshot, request, head, null, cancellationToken);
        return new JudgeBase
        {
            Findings = state.Findings,
            Policy = state.Policy,
            InlineExceptions = state.Analysis.InlineExceptions,
            Baseline = state.Baseline,
            Renames = before.Renames,
        };
    }

    /// <summary>Policy and verdict add findings of rules that the analysis had nothing to say about.</summary>
    private static ImmutableArray<RuleOutcome> WithFailed(
        ImmutableArray<RuleOutcome> outcomes,
        ImmutableArray<JudgedFinding> judged
    )
    {
        var failed = new HashSet<string>(judged.Select(static f => f.Finding.BaseRuleId), StringComparer.Ordinal);
        return outcomes
            .Select(outcome =>
                outcome.Outcome == Outcome.Pass && failed.Contains(outcome.RuleId)
                    ? outcome with
                    {
                        Outcome = Outcome.Fail,
                    }
                    : outcome
            )
            .ToImmutableArray();
    }
}
