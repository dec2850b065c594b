using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Rules.Checks.Layout;

namespace Governance.Engine.Tests.Rules.Layout;

public sealed class StepsTests
{
    private static Fact Job(string type = "command", int owner = Fact.NoOwner) =>
        LayoutRun.Fact(FactKind.AzureMLJob, type, owner);

    private static Fact Code(string target, int owner) => LayoutRun.Fact(FactKind.CodeReference, target, owner);

    private static Fact Environment(int owner) =>
        LayoutRun.Fact(FactKind.EnvironmentReference, "azureml:e@latest", owner);

    [Theory]
    [InlineData("train", "training")]
    [InlineData("Train-Model", "training")]
    [InlineData("01_prep_data", "preprocessing")]
    [InlineData("run_batch_scoring", "scoring")]
    [InlineData("train_test_split", null)]
    [InlineData("prep_train", null)]
    [InlineData("scorecard", null)]
    [InlineData("model", null)]
    [InlineData("", null)]
    public void A_name_is_a_step_when_nothing_else_is_said(string name, string? step) =>
        Assert.Equal(step, StepName.Of(name));

    [Fact]
    public void A_step_inside_a_pipeline_may_take_the_environment_of_the_pipeline()
    {
        var pipeline = LayoutRun.Fact(FactKind.AzureMLPipeline);
        var without = new LayoutRun()
            .With("code/churn/main.py")
            .With("pipelines/a.yml", pipeline, Job(owner: 0), Code("../code/churn", 1))
            .Run("GOV0111");
        var with = new LayoutRun()
            .With("code/churn/main.py")
            .With("pipelines/a.yml", pipeline, Job(owner: 0), Code("../code/churn", 1), Environment(0))
            .Run("GOV0111");
        Assert.Equal("code/churn", Assert.Single(without.Findings).Location.Path);
        Assert.Equal("pipelines/a.yml", Assert.Single(without.Findings[0].Related).Location.Path);
        Assert.Empty(with.Findings);
    }

    [Fact]
    public void The_environment_of_another_job_in_the_file_does_not_count()
    {
        var run = new LayoutRun()
            .With("code/churn/main.py")
            .With("pipelines/a.yml", Job(), Code("../code/churn", 0), Job(), Environment(2))
            .Run("GOV0111");
        Assert.Single(run.Findings);
    }

    [Theory]
    [InlineData("../code/churn/main.py")]
    [InlineData("./../code/churn/")]
    [InlineData("code/churn")]
    public void A_reference_is_followed_from_the_file_or_from_the_root(string target)
    {
        var run = new LayoutRun()
            .With("code/churn/main.py")
            .With("pipelines/a.yml", Job(), Code(target, 0))
            .Run("GOV0111");
        Assert.Equal("code/churn", Assert.Single(run.Findings).Location.Path);
    }

    [Theory]
    [InlineData("../../elsewhere")]
    [InlineData("git+https://example.org/repo")]
    [InlineData("azureml:code:1")]
    [InlineData("${{inputs.code}}")]
    [InlineData("../code/gone")]
    [InlineData("..")]
    public void A_reference_to_no_folder_of_the_code_makes_no_step(string target)
    {
        var run = new LayoutRun()
            .With("code/churn/main.py")
            .With("pipelines/a.yml", Job(), Code(target, 0))
            .Run("GOV0111");
        Assert.Empty(run.Findings);
        Assert.NotNull(run.NotApplicable);
    }

    [Fact]
    public void Owners_that_point_forward_or_at_themselves_end_the_search()
    {
        var run = new LayoutRun()
            .With("code/churn/main.py")
            .With("pipelines/a.yml", Job(owner: 0), Code("../code/churn", 0), Job(owner: 3), Job(owner: 2))
            .Run("GOV0111");
        Assert.Single(run.Findings);
    }

    [Fact]
    public void Where_Python_defines_the_pipelines_the_environments_are_not_known()
    {
        var run = new LayoutRun()
            .With("code/train/train.py")
            .With("pipelines/train.py", LayoutRun.Fact(FactKind.AzureMLPipeline))
            .Run("GOV0111");
        Assert.Empty(run.Findings);
        Assert.NotNull(run.NotAvailable);
    }

    [Fact]
    public void More_than_ten_bare_steps_are_one_finding()
    {
        var paths = Enumerable.Range(0, 11).Select(i => $"code/p{i:D2}/train/train.py").ToArray();
        var finding = Assert.Single(new LayoutRun().With(paths).Run("GOV0111").Findings);
        Assert.Equal("code", finding.Location.Path);
        Assert.StartsWith("11 steps in 'code'", finding.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void One_job_may_have_several_scripts()
    {
        var run = new LayoutRun()
            .With("code/churn/prep.py", "code/churn/train.py")
            .With("pipelines/a.yml", Job(), Code("../code/churn", 0))
            .Run("GOV0110");
        Assert.Empty(run.Findings);
    }
}
