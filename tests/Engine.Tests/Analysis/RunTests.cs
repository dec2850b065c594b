using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Reporting;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Tests.RuleExamples;

namespace Governance.Engine.Tests.Analysis;

/// <summary>The run as a whole: what fails stays apart, what is asked for ends, and the same input gives the same answer.</summary>
public sealed class RunTests
{
    private static readonly (string, string)[] Torn =
    [
        .. Enumerable.Range(0, 40).Select(static index => ($"notebooks/ana/{index}.ipynb", "{")),
        ("notebooks/loose.ipynb", "{"),
    ];

    [Fact]
    public void A_check_that_throws_is_one_finding_and_hides_nothing()
    {
        var checks = RuleCatalog.Checks.RemoveAll(static check => check.Id == "GOV0203").Add(new Throwing());
        var report = Check(new AnalysisOptions { Checks = checks });
        var internalError = Assert.Single(report.Findings, static finding => finding.Finding.RuleId == "GOV0001");
        Assert.Contains("GOV0203", internalError.Finding.Message, StringComparison.Ordinal);
        Assert.Contains("out of order", internalError.Finding.Message, StringComparison.Ordinal);
        Assert.Equal(Torn.Length, internalError.Finding.Related.Length);
        Assert.Equal(Torn.Length, report.Findings.Count(static finding => finding.Finding.RuleId == "GOV0205"));
        Assert.Contains(report.Findings, static finding => finding.Finding.RuleId == "GOV0201");
        Assert.Equal(Outcome.Error, report.Outcomes.Single(static outcome => outcome.RuleId == "GOV0203").Outcome);
    }

    [Fact]
    public void A_result_that_a_failing_check_had_a_part_in_is_not_kept()
    {
        var store = new CountingStore();
        var checks = ImmutableArray.Create<Check>(new Throwing());
        Check(new AnalysisOptions { Checks = checks, OpenStore = _ => store });
        Assert.Equal(0, store.Kept);
        Check(new AnalysisOptions { OpenStore = _ => store });
        Assert.Equal(Torn.Length, store.Kept);
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Check(new AnalysisOptions(), cancellation: cancellation.Token)
        );
    }

    [Fact]
    public void The_order_of_files_and_threads_changes_nothing()
    {
        var alone = Describe(Check(new AnalysisOptions { MaxParallelism = 1 }));
        var together = Describe(Check(new AnalysisOptions { MaxParallelism = 8 }, files: [.. Torn.Reverse()]));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Only_reports_what_was_asked_for()
    {
        var report = Check(new AnalysisOptions { Only = ["GOV0201"] });
        Assert.Equal(["GOV0201"], report.Findings.Select(static finding => finding.Finding.RuleId).Distinct());
    }

    private static CheckReport Check(
        AnalysisOptions options,
        (string, string)[]? files = null,
        CancellationToken cancellation = default
    ) =>
        PolicyCheck.Run(
            new CheckRequest
            {
                Snapshot = new RepositorySnapshot((files ?? Torn).Select(WithBlobId)),
                Today = TestDates.Today,
                ToolVersion = "0.0.0",
                Options = options,
            },
            cancellation
        );

    private static SourceFile WithBlobId((string Path, string Text) file)
    {
        var plain = InMemoryRepository.File(file.Path, file.Text);
        return new SourceFile(file.Path, EntryKind.File, plain.Read, file.Path, plain.Length);
    }

    private static IEnumerable<string> Describe(CheckReport report) =>
        report.Findings.Select(static f =>
            $"{f.Finding.RuleId} {f.Finding.Location} {f.Finding.Message} {f.Finding.Fingerprint}"
        );

    private sealed class Throwing : FileCheck
    {
        public override string Id => "GOV0203";

        public override ImmutableArray<FileClass> Classes { get; } = [FileClass.Notebook];

        public override void Run(FileCheckContext context) => throw new InvalidOperationException("out of order");
    }

    private sealed class CountingStore : IFileResultStore
    {
        private int _kept;

        public int Kept => _kept;

        public bool TryGet(
            FileResultKey key,
            [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FileResult? result
        )
        {
            result = null;
            return false;
        }

        public void Put(FileResultKey key, FileResult result) => Interlocked.Increment(ref _kept);
    }
}
