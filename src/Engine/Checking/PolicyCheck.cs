using System;
using System.Linq;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Policy;
using Governance.Engine.Reporting;
using Governance.Engine.Repository;

namespace Governance.Engine.Checking;

/// <summary>One check from snapshot to report: the whole way that every host goes.</summary>
public static class PolicyCheck
{
    /// <summary>Checks a snapshot. Throws only <see cref="OperationCanceledException"/>.</summary>
    public static CheckReport Run(CheckRequest request, CancellationToken cancellationToken)
    {
        var texts = new SnapshotTexts(request.Snapshot, cancellationToken);
        var policy = PolicyLoader.Load(
            new PolicyInput(
                request.Organisation,
                Document(texts, PathClassifier.PolicyFileName),
                request.Snapshot.Origin,
                request.Today
            )
        );
        var result = RepositoryAnalyzer.Analyze(request.Snapshot, policy, request.Options, cancellationToken);
        var judged = result.Findings.Select(finding =>
        {
            var settings = policy.Rules[finding.BaseRuleId];
            return new JudgedFinding(finding, settings.Severity, settings.Mode);
        });
        return new CheckReport
        {
            ToolVersion = request.ToolVersion,
            Origin = request.Snapshot.Origin,
            Policy = policy,
            Findings = System.Collections.Immutable.ImmutableArray.CreateRange(judged),
            Outcomes = result.Outcomes,
            FileCount = result.FileCount,
            FailOn = request.FailOn,
            TextOf = texts.Of,
        };
    }

    private static PolicyDocument? Document(SnapshotTexts texts, string path) =>
        texts.Of(path) is { } text ? new PolicyDocument(path, text) : null;
}
