using System;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;

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

    private const string Resource =
        "trigger: [main]\nresources:\n  repositories:\n    - { repository: shared, type: git, name: platform/templates, ref: refs/heads/v1 }\n";

    [Theory]
    [InlineData(
        "steps:\n  - template: steps/build.yml@shared\n",
        "'steps/build.yml' of 'platform/templates' at refs/heads/v1 needs the parameter 'target'"
    )]
    [InlineData(
        "steps:\n  - template: /steps/build.yml@Shared\n    parameters: { target: a, verbse: true }\n",
        "'steps/build.yml' of 'platform/templates' at refs/heads/v1 has no parameter 'verbse'; did you mean 'verbose'?"
    )]
    [InlineData(
        "steps:\n  - template: steps/build.yml@shared\n    parameters: { target: a, verbose: loud }\n",
        "The parameter 'verbose' of 'steps/build.yml' of 'platform/templates' at refs/heads/v1 must be true or false, and is 'loud'"
    )]
    [InlineData(
        "jobs:\n  - template: steps/build.yml@shared\n    parameters: { target: a }\n",
        "'steps/build.yml' of 'platform/templates' at refs/heads/v1 holds steps, and is included where jobs stand"
    )]
    [InlineData(
        "steps:\n  - template: steps/bild.yml@shared\n",
        "There is no template 'steps/bild.yml' of 'platform/templates' at refs/heads/v1"
    )]
    [InlineData("steps:\n  - template: steps/build.yml@shared\n    parameters: { target: a }\n", "")]
    [InlineData("steps:\n  - ${{ if true }}:\n      - template: steps/bild.yml@shared\n", "")]
    public void A_template_of_a_repository_that_is_at_hand_is_held_against_what_it_gets(string steps, string expected)
    {
        foreach (var name in new[] { "platform/templates", "Templates" })
        {
            var result = AzureRun.Analyze("GOV0421", [Other(name)], ("ci.yml", Resource + steps));
            Assert.Equal(expected, string.Join("|", result.Findings.Select(static finding => finding.Message)));
            Assert.All(result.Findings, static finding => Assert.Empty(finding.Related));
            Assert.Equal(
                expected.Length == 0 ? Outcome.Pass : Outcome.Fail,
                result.Outcomes.Single(static o => o.RuleId == "GOV0421").Outcome
            );
        }
    }

    [Fact]
    public void A_template_uses_the_aliases_of_the_pipelines_as_far_as_they_agree()
    {
        const string Template = "steps:\n  - template: steps/build.yml@shared\n";
        const string Pipeline = "steps:\n  - template: own.yml\n";
        (string, string)[] files = [("ci.yml", Resource + Pipeline), ("own.yml", Template)];
        var found = AzureRun.Analyze("GOV0421", [Other("templates")], files).Findings;
        Assert.Equal("own.yml", Assert.Single(found).Location.Path);

        var other = Resource.Replace("v1", "v2", StringComparison.Ordinal) + Pipeline;
        Assert.Empty(AzureRun.Analyze("GOV0421", [Other("templates")], [.. files, ("cd.yml", other)]).Findings);
    }

    [Theory]
    [InlineData(
        "name: platform/templates, ref: refs/heads/v2",
        "1 of 1 templates lie in other repositories: platform/templates; there is no v2"
    )]
    [InlineData("name: platform/others", "1 of 1 templates lie in other repositories: platform/others")]
    [InlineData("name: $(project)/templates", "1 of 1 templates lie in other repositories: shared")]
    public void What_is_not_at_hand_is_not_available(string resource, string expected)
    {
        var pipeline =
            $"trigger: [main]\nresources: {{ repositories: [{{ repository: shared, {resource} }}] }}\nsteps:\n  - template: steps/build.yml@shared\n";
        var outcome = AzureRun
            .Analyze("GOV0421", [Other("platform/templates")], ("ci.yml", pipeline))
            .Outcomes.Single(static outcome => outcome.RuleId == "GOV0421");
        Assert.Equal((Outcome.NotAvailable, expected), (outcome.Outcome, outcome.Reason));
    }

    private static OtherRepository Other(string name) =>
        new(
            name,
            static (reference, _) =>
                reference == "refs/heads/v1"
                    ? new OtherRepositoryContent(
                        AzureRun.Snapshot(
                            (
                                "steps/build.yml",
                                "parameters:\n  - { name: target, type: string }\n  - { name: verbose, type: boolean, default: false }\nsteps:\n  - script: make\n"
                            )
                        ),
                        null
                    )
                    : new OtherRepositoryContent(null, "there is no v2")
        );

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
