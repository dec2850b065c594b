using System.IO;
using System.Text.Json;

namespace Governance.PolicyCli.Tests;

/// <summary>The whole way of <c>policy check</c>, in process.</summary>
public sealed class CheckTests
{
    [Fact]
    public void A_repository_that_complies_is_clean()
    {
        using var repository = MandatedRepository.Create();
        var run = CommandRun.In(repository.Root, "check");
        Assert.True(run.ExitCode == ExitCodes.Clean, run.Out + run.Error);
    }

    [Fact]
    public void A_loose_notebook_blocks_and_is_named()
    {
        using var repository = MandatedRepository
            .Create()
            .Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook);
        var run = CommandRun.In(repository.Root, "check");
        Assert.Equal(ExitCodes.Blocked, run.ExitCode);
        Assert.Contains("notebooks/churn.ipynb", run.Out);
        Assert.Contains("GOV0201", run.Out);
        Assert.Contains(" files in ", run.Error);
        Assert.DoesNotContain(" files in ", run.Out);
    }

    [Fact]
    public void Fail_on_none_shows_and_passes()
    {
        using var repository = MandatedRepository
            .Create()
            .Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook);
        var run = CommandRun.In(repository.Root, "check", "--fail-on", "none");
        Assert.Equal(ExitCodes.Clean, run.ExitCode);
        Assert.Contains("GOV0201", run.Out);
    }

    [Fact]
    public void The_index_is_checked_and_not_the_working_tree()
    {
        using var repository = MandatedRepository
            .Create()
            .Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook);
        Assert.Equal(ExitCodes.Clean, CommandRun.In(repository.Root, "check", "--staged").ExitCode);
        repository.Git("add", "-A");
        Assert.Equal(ExitCodes.Blocked, CommandRun.In(repository.Root, "check", "--staged").ExitCode);
    }

    [Fact]
    public void A_commit_is_checked_without_a_checkout()
    {
        using var repository = MandatedRepository.Create();
        repository.Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook).Commit("a loose notebook");
        Assert.Equal(ExitCodes.Blocked, CommandRun.In(repository.Root, "check", "--commit", "HEAD").ExitCode);
        Assert.Equal(ExitCodes.Clean, CommandRun.In(repository.Root, "check", "--commit", "HEAD~1").ExitCode);
    }

    [Fact]
    public void Several_reports_are_written_at_once()
    {
        using var repository = MandatedRepository.Create();
        var run = CommandRun.In(
            repository.Root,
            "check",
            "--format",
            "text",
            "--format",
            "sarif=out.sarif",
            "--format",
            "json=out.json"
        );
        Assert.Equal(ExitCodes.Clean, run.ExitCode);
        Assert.Equal("2.1.0", Root(repository, "out.sarif").GetProperty("version").GetString());
        Assert.Equal(1, Root(repository, "out.json").GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("check", "--format", "yaml")]
    [InlineData("check", "--format", "text", "--format", "json")]
    [InlineData("check", "--format", "json=no/such/folder/out.json")]
    [InlineData("check", "--only", "GOV9999")]
    [InlineData("check", "--staged", "--commit", "HEAD")]
    [InlineData("check", "--fail-on", "sometimes")]
    [InlineData("check", "--policy", "no-such-file.yml")]
    [InlineData("check", "no-such-folder")]
    [InlineData("check", "--base", "no-such-revision")]
    [InlineData("check", "--commit", "--upload-pack=evil")]
    [InlineData("explain", "GOV9999")]
    [InlineData("rules", "no-such-area")]
    [InlineData("fix", "--user", "../outside")]
    [InlineData("no-such-command")]
    public void Bad_usage_is_one_sentence_and_exit_code_2(params string[] arguments)
    {
        using var repository = MandatedRepository.Create();
        var run = CommandRun.In(repository.Root, arguments);
        Assert.Equal(ExitCodes.BadUsage, run.ExitCode);
        Assert.StartsWith("policy: ", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public void A_bad_policy_is_a_finding_with_its_place_and_exit_code_2()
    {
        using var repository = MandatedRepository.Create().Write("governance.yml", "kind: project\nmoed: block\n");
        var run = CommandRun.In(repository.Root, "check");
        Assert.Equal(ExitCodes.BadUsage, run.ExitCode);
        Assert.Contains("2:1", run.Out);
        Assert.Contains("mode", run.Out);
    }

    [Fact]
    public void The_second_run_takes_its_results_from_the_cache_and_says_the_same()
    {
        using var repository = MandatedRepository.Create();
        repository.Write("notebooks/ana/torn.ipynb", "{").Commit("a torn notebook");
        var first = CommandRun.In(repository.Root, "check");
        Assert.True(Directory.Exists(Path.Combine(repository.Root, ".git", "governance-cache")));
        Assert.Equal(first.Out, CommandRun.In(repository.Root, "check").Out);
        Assert.Equal(first.Out, CommandRun.In(repository.Root, "check", "--no-cache").Out);
        Assert.Contains("GOV0205", first.Out);
    }

    private static JsonElement Root(TemporaryRepository repository, string path) =>
        JsonDocument.Parse(repository.Read(path)).RootElement;
}
