using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Policy;

namespace Governance.Engine.Tests.Rules.Layout;

public sealed class MisplacedFilesTests
{
    [Fact]
    public void Three_hundred_notebooks_are_one_finding_that_names_them_all()
    {
        var paths = Enumerable.Range(0, 300).Select(i => $"research/eda/{i % 7}/nb{i:D3}.ipynb").ToArray();
        var finding = Assert.Single(new LayoutRun().With(paths).With("research/readme.txt").Run("GOV0105").Findings);
        Assert.Equal(new Location("research/eda"), finding.Location);
        Assert.StartsWith("300 notebooks in 'research/eda'", finding.Message, System.StringComparison.Ordinal);
        Assert.Equal(300, finding.Related.Length);
    }

    [Fact]
    public void Each_top_level_folder_is_a_finding_of_its_own()
    {
        var run = new LayoutRun().With("a/x.ipynb", "a/y.ipynb", "b/z.ipynb").Run("GOV0105");
        Assert.Equal(["a", "b/z.ipynb"], run.Findings.Select(static finding => finding.Location.Path));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(11, 1)]
    public void Files_at_the_root_stand_alone_until_there_are_too_many(int files, int findings)
    {
        var paths = Enumerable.Range(0, files).Select(i => $"nb{i:D2}.ipynb").ToArray();
        var run = new LayoutRun().With(paths).Run("GOV0105");
        Assert.Equal(findings, run.Findings.Count);
        Assert.Equal(findings == 1 ? "." : "nb00.ipynb", run.Findings[0].Location.Path);
        Assert.Equal(findings == 1, run.Findings[0].Fixes.IsEmpty);
    }

    [Fact]
    public void The_fingerprint_of_a_folder_outlives_the_number_of_its_notebooks()
    {
        var two = Assert.Single(new LayoutRun().With("a/x.ipynb", "a/y.ipynb").Run("GOV0105").Findings);
        var three = Assert.Single(new LayoutRun().With("a/x.ipynb", "a/y.ipynb", "a/z.ipynb").Run("GOV0105").Findings);
        Assert.Equal((two.Location, two.Content), (three.Location, three.Content));
    }

    [Theory]
    [InlineData("a/x.ipynb", null, "a/x.ipynb", "notebooks/<user>/x.ipynb")]
    [InlineData("a/x.ipynb", "a/deep/y.ipynb", "a", "notebooks/<user>/a")]
    public void A_notebook_or_a_folder_of_nothing_else_can_be_moved(string one, string? two, string from, string to)
    {
        var run = new LayoutRun().With(two is null ? [one] : new[] { one, two }).Run("GOV0105");
        var fix = Assert.Single(Assert.Single(run.Findings).Fixes);
        Assert.Equal(new MovePath(from, to), Assert.Single(fix.Edits));
    }

    [Fact]
    public void A_folder_with_other_files_is_not_moved_as_a_whole()
    {
        var run = new LayoutRun().With("a/x.ipynb", "a/y.ipynb", "a/train.py").Run("GOV0105");
        Assert.Empty(Assert.Single(run.Findings).Fixes);
    }

    [Fact]
    public void A_file_of_many_facts_is_counted_once()
    {
        var pipeline = LayoutRun.Fact(FactKind.AzureMLPipeline);
        var run = new LayoutRun().With("code/a.py", pipeline, pipeline).Run("GOV0108");
        Assert.Equal(new Location("code/a.py", pipeline.Span), Assert.Single(run.Findings).Location);
    }

    [Fact]
    public void A_pipeline_written_in_a_notebook_is_left_to_the_rules_about_notebooks()
    {
        var run = new LayoutRun()
            .With("code/a.py", LayoutRun.Fact(FactKind.DatabricksNotebook), LayoutRun.Fact(FactKind.AzureMLPipeline))
            .Run("GOV0108");
        Assert.Empty(run.Findings);
    }

    [Fact]
    public void Nothing_of_the_kind_is_not_applicable()
    {
        Assert.NotNull(new LayoutRun().With("code/a.py").Run("GOV0105").NotApplicable);
        Assert.NotNull(new LayoutRun().With("code/a.py").Run("GOV0107").NotApplicable);
    }

    [Fact]
    public void A_role_that_the_policy_dropped_is_not_applicable()
    {
        var layout = LayoutSettings.Default with
        {
            Folders = LayoutSettings.Default.Folders.RemoveAll(static folder => folder.Role == "notebooks"),
        };
        var run = new LayoutRun { Layout = layout }
            .With("a.ipynb")
            .Run("GOV0105");
        Assert.Empty(run.Findings);
        Assert.Contains("'notebooks'", run.NotApplicable, System.StringComparison.Ordinal);
    }

    [Fact]
    public void GitHub_finds_its_workflows_where_no_policy_can_move_them()
    {
        var layout = LayoutSettings.Default with { Folders = [new MandatedFolder("delivery", [".ado"])] };
        var workflow = LayoutRun.Fact(FactKind.GitHubWorkflow);
        var run = new LayoutRun { Layout = layout }
            .With(".github/workflows/ci.yml", workflow)
            .Run("GOV0106");
        Assert.Empty(run.Findings);
    }

    [Fact]
    public void Where_the_server_knows_the_path_there_is_advice_and_no_move()
    {
        var run = new LayoutRun()
            .With("ci/azure.yml", LayoutRun.Fact(FactKind.AzurePipeline, "pipeline"))
            .With("ci/github.yml", LayoutRun.Fact(FactKind.GitHubWorkflow))
            .Run("GOV0106");
        var finding = Assert.Single(run.Findings);
        Assert.Empty(finding.Fixes);
        Assert.Contains("stores it on the server", finding.Remedy, System.StringComparison.Ordinal);
        Assert.Contains(".github/workflows", finding.Remedy, System.StringComparison.Ordinal);
    }
}
