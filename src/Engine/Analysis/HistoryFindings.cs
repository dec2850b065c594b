using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
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
/// What the checks that search text find in earlier commits. Each content is searched once, and what was at one path over many
/// commits is one finding. Its place is the path alone: the lines of today's file are others.
/// </summary>
internal static class HistoryFindings
{
    private const int ShownId = 10;
    private const int MostCommits = 3;

    /// <summary>The findings, at paths of which the snapshot need not have a file any more.</summary>
    public static IEnumerable<Finding> Of(
        RepositoryHistory history,
        EffectivePolicy policy,
        AnalysisOptions options,
        CancellationToken cancellationToken
    )
    {
        var checks = options.Checks.OfType<FileCheck>().Where(static check => check.SearchesText).ToList();
        var searched = new HashSet<string>(checks.Select(static check => check.Id)) { InternalError.Id };
        options = options with { Checks = checks.ToImmutableArray<Check>() };
        var results = new FileResult[history.Files.Length];
        var analyzer = new FileAnalyzer(policy, options);
        var store = options.OpenStore?.Invoke(analyzer.ConfigurationKey);
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
                results[index] = analyzer.Analyze(history.Files[index], store, cancellationToken);
                options.FileDone?.Invoke();
            }
        );
        var hits = Enumerable
            .Range(0, results.Length)
            .SelectMany(index => results[index].Findings.Select(finding => new Hit(history.Files[index], finding)))
            .Where(hit => searched.Contains(RuleFamily.RuleOf(hit.Finding.RuleId)))
            .ToList();
        return hits.Count == 0 ? Enumerable.Empty<Finding>() : Told(history, hits);
    }

    private static IEnumerable<Finding> Told(RepositoryHistory history, List<Hit> hits)
    {
        var blobs = hits.Select(static hit => hit.BlobId).Distinct(StringComparer.Ordinal).ToList();
        var commitsOf = history.CommitsOf(blobs);
        foreach (var same in hits.GroupBy(static hit => (hit.File.Path, hit.Finding.RuleId, hit.Finding.Content)))
        {
            var known = same.Where(hit => commitsOf.ContainsKey(hit.BlobId)).ToList();
            var first = known.OrderBy(hit => commitsOf[hit.BlobId][0].Order).FirstOrDefault();
            var hit = first ?? same.First();
            var commits = known
                .SelectMany(one => commitsOf[one.BlobId])
                .Distinct()
                .OrderBy(static commit => commit.Order)
                .ToList();
            var finding = (hit.Finding with { Span = null, Related = ImmutableArray<RelatedSpan>.Empty }).At(
                hit.File.Path
            );
            yield return finding with
            {
                Message = finding.Message + Since(hit.Finding, commits),
            };
        }
    }

    private static string Since(FileFinding finding, List<HistoricCommit> commits)
    {
        if (commits.Count == 0)
        {
            return "; it is in the history";
        }

        var place = finding.Span is { } span
            ? string.Format(CultureInfo.InvariantCulture, " at line {0}, column {1}", span.StartLine, span.StartColumn)
            : "";
        var others = commits.Skip(1).Take(MostCommits).Select(Shown).ToList();
        var rest = commits.Count - 1 - others.Count;
        return $"; it is in the history since commit {Shown(commits[0])}{place}"
            + (others.Count == 0 ? "" : $", changed by {string.Join(", ", others)}")
            + (rest == 0 ? "" : $" and {rest} more");
    }

    private static string Shown(HistoricCommit commit) => $"{commit.Id.Substring(0, ShownId)} ({commit.Date})";

    private sealed record Hit(SourceFile File, FileFinding Finding)
    {
        public string BlobId => File.BlobId!;
    }
}
