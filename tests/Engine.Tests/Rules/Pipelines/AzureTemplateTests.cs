using System;
using System.Linq;
using Governance.Engine.Analysis;

namespace Governance.Engine.Tests.Rules.Pipelines;

/// <summary>Templates across files: where paths lead, chains and circles, limits, and what is not known.</summary>
public sealed class AzureTemplateTests
{
    private const string Steps = "steps:\n  - script: make\n";

    [Theory]
    [InlineData("pipelines/ci.yml", "steps.yml", "pipelines/steps.yml")]
    [InlineData("pipelines/ci.yml", "./steps.yml", "pipelines/steps.yml")]
    [InlineData("pipelines/ci.yml", "../shared/steps.yml", "shared/steps.yml")]
    [InlineData("pipelines/ci.yml", @"..\shared\steps.yml", "shared/steps.yml")]
    [InlineData("pipelines/ci.yml", "/shared/steps.yml", "shared/steps.yml")]
    [InlineData("pipelines/ci.yml", "shared/steps.yml@self", "shared/steps.yml")]
    [InlineData("pipelines/ci.yml", "steps.yml@self", "pipelines/steps.yml")]
    [InlineData("ci.yml", "steps.yml", "steps.yml")]
    public void A_path_leads_to_a_file(string from, string written, string to)
    {
        var pipeline = $"trigger: [main]\nsteps:\n  - template: '{written}'\n";
        Assert.Empty(AzureRun.OnRepository("GOV0421", (from, pipeline), (to, Steps)));
        var missing = Assert.Single(AzureRun.OnRepository("GOV0421", (from, pipeline), ("elsewhere/else.yml", Steps)));
        Assert.StartsWith("There is no template", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("steps.yml@shared")]
    [InlineData("${{ parameters.template }}")]
    [InlineData("$(template)")]
    [InlineData("../../../beyond.yml")]
    public void What_is_not_known_is_not_judged(string written) =>
        Assert.Empty(AzureRun.OnRepository("GOV0421", ("ci.yml", $"steps:\n  - template: '{written}'\n")));

    [Fact]
    public void Templates_of_other_repositories_are_counted()
    {
        var pipeline = "steps:\n  - template: a.yml@x\n  - template: b.yml@y\n  - template: c.yml\n";
        var outcome = AzureRun.OutcomeOf("GOV0421", ("ci.yml", pipeline), ("c.yml", Steps));
        Assert.Equal(Outcome.NotAvailable, outcome.Outcome);
        Assert.Equal("2 of 3 templates lie in other repositories: x, y", outcome.Reason);
    }

    [Fact]
    public void A_long_chain_is_over_the_limit_and_no_more()
    {
        var files = Enumerable
            .Range(0, 3000)
            .Select(number => ($"t{number}.yml", $"steps:\n  - script: make\n  - template: t{number + 1}.yml\n"))
            .Append(("t3000.yml", Steps))
            .ToArray();
        var finding = Assert.Single(AzureRun.OnRepository("GOV0421", files));
        Assert.Equal("t0.yml", finding.Location.Path);
        Assert.Equal("The pipeline includes 3000 templates; 100 are allowed", finding.Message);
    }

    [Fact]
    public void Circles_are_told_once_each()
    {
        var files = Enumerable
            .Range(0, 1000)
            .Select(number => ($"t{number}.yml", $"steps:\n  - template: t{(number + 1) % 1000}.yml\n"))
            .Append(("self.yml", "steps:\n  - template: self.yml\n"))
            .ToArray();
        var found = AzureRun.OnRepository("GOV0421", files);
        Assert.Equal(["self.yml", "t0.yml"], found.Select(static finding => finding.Location.Path));
        Assert.Equal("The template includes itself: self.yml -> self.yml", found[0].Message);
    }

    [Fact]
    public void A_circle_that_a_condition_may_end_is_none() =>
        Assert.Empty(
            AzureRun.OnRepository(
                "GOV0421",
                (
                    "a.yml",
                    "parameters: [{ name: left, type: number }]\nsteps:\n  - script: make\n  - ${{ if gt(parameters.left, 0) }}:\n      - template: a.yml\n        parameters: { left: 0 }\n"
                )
            )
        );

    [Theory]
    [InlineData("string", "text", true)]
    [InlineData("string", "{ a: b }", false)]
    [InlineData("string", "[a]", false)]
    [InlineData("string", "${{ parameters.x }}", true)]
    [InlineData("string", "{ '${{ if true }}': b }", true)]
    [InlineData("number", "1.5", true)]
    [InlineData("number", "one", false)]
    [InlineData("number", "$(one)", false)]
    [InlineData("boolean", "True", true)]
    [InlineData("boolean", "perhaps", false)]
    [InlineData("object", "anything", true)]
    [InlineData("stepList", "[]", true)]
    public void Arguments_have_the_type_declared(string type, string value, bool fits)
    {
        var pipeline = $"trigger: [main]\nsteps:\n  - template: t.yml\n    parameters:\n      given: {value}\n";
        var template = $"parameters:\n  - name: Given\n    type: {type}\n" + Steps;
        var found = AzureRun.OnRepository("GOV0421", ("ci.yml", pipeline), ("t.yml", template));
        Assert.Equal(fits ? 0 : 1, found.Count);
        Assert.All(found, static finding => Assert.Equal("t.yml", Assert.Single(finding.Related).Location.Path));
    }
}
