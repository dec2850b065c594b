using System;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Findings;
using Governance.Engine.Reporting;
using Governance.Tests.RuleExamples;

namespace Governance.Engine.Tests.Notebooks;

public sealed class NotebookFolderTests
{
    [Fact]
    public void A_loose_notebook_is_moved_to_the_folder_of_its_user()
    {
        var finding = Findings(Check("notebooks/a b.ipynb"), "GOV0201").Single();
        var move = Assert.IsType<MovePath>(finding.Fixes.Single().Edits.Single());
        Assert.Equal(("notebooks/a b.ipynb", "notebooks/<user>/a b.ipynb"), (move.Path, move.NewPath));
    }

    [Fact]
    public void Many_loose_notebooks_are_one_finding_whose_fix_moves_all()
    {
        var paths = Enumerable.Range(100, 300).Select(static i => $"notebooks/{i}.ipynb").ToArray();
        var finding = Findings(Check(paths), "GOV0201").Single();
        Assert.Equal("300 notebooks lie directly in notebooks/ and not in a user's folder", finding.Message);
        Assert.Equal(paths, finding.Related.Select(static related => related.Location.Path));
        Assert.Equal(paths, finding.Fixes.Single().Edits.Select(static edit => edit.Path));
    }

    [Fact]
    public void Who_is_a_user_is_not_known_without_an_option()
    {
        var outcome = OutcomeOf(Check("notebooks/ana/a.ipynb"), "GOV0202");
        Assert.Equal(Outcome.NotAvailable, outcome.Outcome);
        Assert.Contains("'users'", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_folders_to_judge_nothing_is_missing() =>
        Assert.Equal(Outcome.Pass, OutcomeOf(Check("notebooks/samples/a.ipynb"), "GOV0202").Outcome);

    [Theory]
    [InlineData("GOV0201")]
    [InlineData("GOV0202")]
    [InlineData("GOV0204")]
    public void Without_a_notebooks_folder_the_rules_do_not_apply(string ruleId) =>
        Assert.Equal(Outcome.NotApplicable, OutcomeOf(Check("docs/a.md"), ruleId).Outcome);

    private static CheckReport Check(params string[] paths) =>
        PolicyCheck.Run(
            new CheckRequest
            {
                Snapshot = InMemoryRepository.Of(paths.Select(static path => (path, "")).ToArray()),
                Today = TestDates.Today,
                ToolVersion = "0.0.0",
            },
            default
        );

    private static Finding[] Findings(CheckReport report, string ruleId) =>
        [.. report.Findings.Select(static judged => judged.Finding).Where(finding => finding.RuleId == ruleId)];

    private static RuleOutcome OutcomeOf(CheckReport report, string ruleId) =>
        report.Outcomes.Single(outcome => outcome.RuleId == ruleId);
}
