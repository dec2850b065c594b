using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;

namespace Governance.Engine.Checking;

/// <summary>One snapshot with its own policy and baseline, and what the checks saw in it.</summary>
internal sealed record CheckedState
{
    /// <summary>The snapshot's own policy.</summary>
    public required EffectivePolicy Policy { get; init; }

    /// <summary>The dialects that its files were held against.</summary>
    public required FileDialects Dialects { get; init; }

    /// <summary>The snapshot's own baseline; null where it has none.</summary>
    public required Baseline? Baseline { get; init; }

    /// <summary>What the checks saw.</summary>
    public required AnalysisResult Analysis { get; init; }

    /// <summary>What the checks saw, with the mistakes in policy and baseline.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Checks a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="request">The request it is checked for.</param>
    /// <param name="head">Whose policy and dialects to check by; null for the snapshot's own.</param>
    /// <param name="baselineFile">The baseline to use; null for the snapshot's own.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    public static CheckedState Of(
        RepositorySnapshot snapshot,
        CheckRequest request,
        CheckedState? head,
        PolicyDocument? baselineFile,
        CancellationToken cancellationToken
    )
    {
        var memory = request.Memory ?? new PolicyMemory();
        var loaded = memory.Policy(snapshot, request, cancellationToken);
        var baseline = baselineFile is null
            ? memory.Baseline(snapshot, cancellationToken)
            : BaselineFile.Read(baselineFile);
        var own = FileDialects.Read(loaded.Policy, snapshot, cancellationToken);
        var dialects = head?.Dialects ?? own;
        var analysis = RepositoryAnalyzer.Analyze(
            snapshot,
            head?.Policy ?? loaded.Policy,
            request.Options with
            {
                Dialects = dialects,
            },
            cancellationToken
        );
        var problems = loaded
            .Problems.Concat(own.Problems)
            .Concat(baseline?.Problems ?? ImmutableArray<PolicyProblem>.Empty);
        return new CheckedState
        {
            Policy = loaded.Policy,
            Dialects = dialects,
            Baseline = baseline?.Baseline,
            Analysis = analysis,
            Findings = Fingerprinting.Assign(
                analysis.Findings.Concat(problems.Select(static problem => problem.ToFinding()))
            ),
        };
    }
}
