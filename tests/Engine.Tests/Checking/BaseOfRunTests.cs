using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Reporting;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Tests.RuleExamples;

namespace Governance.Engine.Tests.Checking;

/// <summary>A run against a base: what the base is asked for, and what it takes away from the report.</summary>
public sealed class BaseOfRunTests
{
    private const string Loose = "notebooks/loose.ipynb";
    private const string Excepted = """
        exceptions:
          - rule: GOV0201
            paths: ["notebooks/loose.ipynb"]
            reason: moved next week
            expires: 2026-12-01
        """;

    [Fact]
    public void What_the_base_has_is_left_out()
    {
        var report = Check([Loose], [Loose, "notebooks/new.ipynb"]);
        Assert.Equal(
            ["notebooks/loose.ipynb InBase", "notebooks/new.ipynb Open"],
            report
                .Findings.Where(static judged => judged.Finding.RuleId == "GOV0201")
                .Select(static judged => $"{judged.Finding.Location.Path} {judged.Disposition}")
        );
    }

    [Fact]
    public void A_rule_that_finds_nothing_now_is_not_asked_of_the_base()
    {
        var silent = new Counting("GOV0204", isSilent: true);
        var loud = new Counting("GOV0202", isSilent: false);
        Check([Loose], [Loose], checks: [silent, loud]);
        Assert.Equal((1, 2), (silent.Runs, loud.Runs));
    }

    [Fact]
    public void Without_findings_the_base_is_not_looked_at()
    {
        var silent = new Counting("GOV0204", isSilent: true);
        Check([Loose], [Loose], checks: [silent]);
        Assert.Equal(1, silent.Runs);
    }

    [Fact]
    public void An_exception_that_the_change_makes_needless_is_news_and_one_that_was_needless_is_none()
    {
        var other = "notebooks/ana/a.ipynb";
        Assert.Equal(["GOV0005 Open"], Needless(Check([Loose, other], [other], Excepted)));
        Assert.Equal(["GOV0005 InBase"], Needless(Check([other], [other], Excepted)));
    }

    private static IEnumerable<string> Needless(CheckReport report) =>
        report
            .Findings.Where(static judged => judged.Finding.RuleId == "GOV0005")
            .Select(static judged => $"{judged.Finding.RuleId} {judged.Disposition}");

    private static CheckReport Check(
        string[] before,
        string[] after,
        string policy = "",
        ImmutableArray<Check>? checks = null
    ) =>
        PolicyCheck.Run(
            new CheckRequest
            {
                Snapshot = Snapshot(after, policy),
                Base = new BaseState("main", Snapshot(before, policy), new Dictionary<string, string>()),
                Today = TestDates.Today,
                ToolVersion = "0.0.0",
                Options = new AnalysisOptions { Checks = checks ?? RuleCatalog.Checks },
            },
            default
        );

    private static RepositorySnapshot Snapshot(string[] paths, string policy) =>
        new(
            paths
                .Select(static path => InMemoryRepository.File(path, "{}"))
                .Append(InMemoryRepository.File("governance.yml", policy))
        );

    private sealed class Counting(string id, bool isSilent) : RepositoryCheck
    {
        public int Runs { get; private set; }

        public override string Id => id;

        public override void Run(RepositoryCheckContext context)
        {
            Runs++;
            if (!isSilent)
            {
                context.Report(new Governance.Engine.Findings.Location(Loose), "It stands here", "Move it", "here");
            }
        }
    }
}
