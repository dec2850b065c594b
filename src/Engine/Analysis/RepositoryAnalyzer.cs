using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Rules.Checks.Engine;

namespace Governance.Engine.Analysis;

/// <summary>
/// The whole way from a snapshot to findings: each file is read once and mapped to findings and facts, in parallel;
/// then the repository checks reduce the facts. The same snapshot and policy give the same result, in the same order.
/// </summary>
public static class RepositoryAnalyzer
{
    /// <summary>Runs every rule that is on. Throws only <see cref="OperationCanceledException"/>.</summary>
    public static AnalysisResult Analyze(
        RepositorySnapshot snapshot,
        EffectivePolicy policy,
        AnalysisOptions options,
        CancellationToken cancellationToken
    )
    {
        var files = MapFiles(snapshot, policy, options, cancellationToken);
        var outcomes = new OutcomeLedger(policy, options);
        var spared = new SparedPaths(policy, options.Checks.OfType<FileCheck>().Select(static check => check.Id));
        var findings = new List<Finding>();
        foreach (var file in files)
        {
            findings.AddRange(
                file.Result.Findings.Select(finding => InternalError.Told(finding.At(file.Path)))
                    .Where(finding => outcomes.Reports(finding) && !spared.Spare(finding))
            );
        }

        if (options.History is { } history)
        {
            // What is there today is told with its line.
            var today = new HashSet<(string, string, string)>(findings.Select(IdentityOf));
            findings.AddRange(
                HistoryFindings
                    .Of(history, policy, options, cancellationToken)
                    .Where(one => outcomes.Reports(one) && !spared.Spare(one) && !today.Contains(IdentityOf(one)))
            );
        }

        findings.AddRange(UnreadableFile.Of(snapshot.Unnamable).Where(outcomes.Reports));
        var view = new RepositoryView(snapshot, files)
        {
            Others = new OtherRepositories(options.OtherRepositories, cancellationToken),
        };
        outcomes.MarkUnmatched(view);
        foreach (var check in options.Checks.OfType<RepositoryCheck>().Where(check => outcomes.Runs(check.Id)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Reduce(check, view, policy, outcomes, findings);
        }

        foreach (var check in options.Checks.OfType<FileCheck>().Where(check => outcomes.Runs(check.Id)))
        {
            if (check.NotApplicable(policy) is { } nothing)
            {
                outcomes.MarkNotApplicable(check.Id, nothing);
                continue;
            }

            var ofHistory = check.SearchesText ? options.History?.NotSeen : null;
            if ((check.NotSeen(view) ?? ofHistory) is { } reason)
            {
                outcomes.MarkNotSeen(check.Id, reason);
            }
        }

        var ordered = Fingerprinting.Assign(findings);
        outcomes.MarkFailed(ordered);
        return new AnalysisResult
        {
            Findings = ordered,
            Outcomes = outcomes.ToOutcomes(),
            InlineExceptions = files
                .Where(static file => !file.Result.InlineExceptions.IsEmpty)
                .Select(static file => new FileExceptions(file.Path, file.Result.InlineExceptions))
                .ToImmutableArray(),
            Files = files,
            FileCount = snapshot.Files.Length,
        };
    }

    private static (string, string, string) IdentityOf(Finding finding) =>
        (finding.Location.Path, finding.RuleId, finding.Content);

    /// <summary>The files of which there is something to say, sorted ordinally by path.</summary>
    private static List<AnalyzedFile> MapFiles(
        RepositorySnapshot snapshot,
        EffectivePolicy policy,
        AnalysisOptions options,
        CancellationToken cancellationToken
    )
    {
        var analyzer = new FileAnalyzer(policy, options);
        var store = options.OpenStore?.Invoke(analyzer.ConfigurationKey);
        var results = new FileResult[snapshot.Files.Length];
        var parallel = new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = options.MaxParallelism,
        };
        Parallel.For(
            0,
            results.Length,
            parallel,
            index =>
            {
                var file = snapshot.Files[index];
                results[index] = options.Known?.Find(file) ?? analyzer.Analyze(file, store, cancellationToken);
                options.FileDone?.Invoke();
            }
        );
        var interesting = new List<AnalyzedFile>();
        for (var index = 0; index < results.Length; index++)
        {
            if (!results[index].IsEmpty)
            {
                interesting.Add(new AnalyzedFile(snapshot.Files[index].Path, results[index]));
            }
        }

        return interesting;
    }

    private static void Reduce(
        RepositoryCheck check,
        RepositoryView view,
        EffectivePolicy policy,
        OutcomeLedger outcomes,
        List<Finding> findings
    )
    {
        var context = new RepositoryCheckContext(check.Id, view, policy, policy.Rules[check.Id].Options, findings);
        try
        {
            if (check.Needs is not { } kind || view.FilesWith(kind).Any())
            {
                check.Run(context);
            }

            outcomes.Mark(check.Id, context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.Add(InternalError.InRepository(check.Id, exception));
        }
    }
}
