using System;
using System.IO;

namespace Governance.PolicyCli.Tests;

/// <summary><c>policy check --repository NAME=PATH</c>: templates of other repositories.</summary>
public sealed class OtherRepositoryTests : IDisposable
{
    private const string Rule = "GOV0421";

    private readonly TemporaryRepository _repository = new();
    private readonly TemporaryRepository _templates = new();
    private readonly TemporaryRepository _copies = new(git: false);

    public OtherRepositoryTests()
    {
        _templates.Write("build.yml", Template("target")).Commit("first");
        _templates.Git("branch", "v1");
        _templates.Git("tag", "r1");
        _templates.Write("build.yml", Template("environment")).Commit("second");
    }

    public void Dispose()
    {
        _repository.Dispose();
        _templates.Dispose();
        _copies.Dispose();
    }

    [Theory]
    [InlineData("refs/heads/v1", "target")]
    [InlineData("refs/tags/r1", "target")]
    [InlineData("v1", "target")]
    [InlineData("refs/heads/main", "environment")]
    [InlineData(null, "environment")]
    public void Templates_are_read_at_the_reference_of_the_resource_in_clones_and_mirrors(
        string? reference,
        string needed
    )
    {
        _repository.Write("azure-pipelines.yml", Pipeline(reference));
        var clone = Path.Combine(_copies.Root, "clone");
        var mirror = Path.Combine(_copies.Root, "mirror.git");
        _templates.Git("clone", "-q", _templates.Root, clone);
        _templates.Git("clone", "-q", "--mirror", _templates.Root, mirror);
        foreach (var path in new[] { _templates.Root, clone, mirror })
        {
            var run = Check($"platform/templates={path}");
            Assert.Contains($"needs the parameter '{needed}'", run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_reference_that_is_not_there_is_said_and_judged_no_further()
    {
        _repository.Write("azure-pipelines.yml", Pipeline("refs/heads/v9"));
        var run = Check($"templates={_templates.Root}");
        Assert.Equal(ExitCodes.Clean, run.ExitCode);
        Assert.Contains("the repository given for 'templates' has no refs/heads/v9", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_folder_stands_for_the_default_branch()
    {
        _copies.Write("build.yml", Template("stage"));
        _repository.Write("azure-pipelines.yml", Pipeline(null));
        Assert.Contains(
            "needs the parameter 'stage'",
            Check($"templates={_copies.Root}").Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("templates")]
    [InlineData("=path")]
    [InlineData("templates=")]
    [InlineData("templates=/there/is/none")]
    public void A_repository_that_cannot_be_meant_is_bad_usage(string named)
    {
        var run = Check(named);
        Assert.Equal(ExitCodes.BadUsage, run.ExitCode);
        Assert.Contains($"--repository {named}", run.Error, StringComparison.Ordinal);
    }

    private CommandRun Check(string named) =>
        CommandRun.In(_repository.Root, "check", "--only", Rule, "--repository", named);

    private static string Template(string parameter) =>
        $"parameters:\n  - {{ name: {parameter}, type: string }}\nsteps:\n  - script: make\n";

    private static string Pipeline(string? reference) =>
        "trigger: [main]\nresources:\n  repositories:\n    - repository: shared\n      type: git\n      name: platform/templates\n"
        + (reference is null ? "" : $"      ref: {reference}\n")
        + "steps:\n  - template: build.yml@shared\n";
}
