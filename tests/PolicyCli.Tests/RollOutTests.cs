using System;

namespace Governance.PolicyCli.Tests;

/// <summary>Roll-out: observe, baseline, block, on a repository that breaks much.</summary>
public sealed class RollOutTests
{
    [Fact]
    public void Observe_exits_0_and_says_what_would_block()
    {
        using var repository = Broken().Write("governance.yml", "mode: observe\n");
        var run = CommandRun.In(repository.Root, "check");
        Assert.True(run.ExitCode == ExitCodes.Clean, run.Out + run.Error);
        Assert.Contains("would block", run.Out);
    }

    [Fact]
    public void A_baseline_lets_what_is_known_through_and_refuses_one_new_finding()
    {
        using var repository = Broken();
        Assert.Equal(ExitCodes.Blocked, CommandRun.In(repository.Root, "check").ExitCode);
        Assert.Equal(ExitCodes.Clean, CommandRun.In(repository.Root, "baseline").ExitCode);
        repository.Commit("baseline");
        var clean = CommandRun.In(repository.Root, "check");
        Assert.True(clean.ExitCode == ExitCodes.Clean, clean.Out);

        repository.Write("notebooks/two.ipynb", MandatedRepository.EmptyNotebook);
        var refused = CommandRun.In(repository.Root, "check");
        Assert.Equal(ExitCodes.Blocked, refused.ExitCode);
        Assert.Contains("notebooks/two.ipynb", refused.Out);
    }

    [Fact]
    public void What_is_fixed_is_pruned_and_blocks_when_it_comes_back()
    {
        using var repository = Broken();
        CommandRun.In(repository.Root, "baseline");
        repository.Commit("baseline");
        repository.Git("rm", "-q", "notebooks/one.ipynb");
        Assert.Contains("1 dropped", CommandRun.In(repository.Root, "baseline").Out);
        repository.Commit("fixed");
        repository.Write("notebooks/one.ipynb", MandatedRepository.EmptyNotebook);
        Assert.Equal(ExitCodes.Blocked, CommandRun.In(repository.Root, "check").ExitCode);
    }

    [Fact]
    public void A_baseline_command_never_adds_to_a_baseline_that_is_there()
    {
        using var repository = Broken();
        CommandRun.In(repository.Root, "baseline");
        repository.Write("notebooks/two.ipynb", MandatedRepository.EmptyNotebook);
        CommandRun.In(repository.Root, "baseline");
        Assert.Equal(ExitCodes.Blocked, CommandRun.In(repository.Root, "check").ExitCode);
        CommandRun.In(repository.Root, "baseline", "--rewrite");
        Assert.Equal(ExitCodes.Clean, CommandRun.In(repository.Root, "check").ExitCode);
    }

    [Fact]
    public void A_change_that_grows_the_baseline_is_a_finding()
    {
        using var repository = Broken();
        CommandRun.In(repository.Root, "baseline");
        repository.Commit("baseline");
        repository.Write("notebooks/two.ipynb", MandatedRepository.EmptyNotebook);
        CommandRun.In(repository.Root, "baseline", "--rewrite");
        repository.Commit("a second notebook, hidden in the baseline");
        var run = CommandRun.In(repository.Root, "check", "--base", "HEAD~1");
        Assert.Contains("GOV0006", run.Out);
        Assert.Equal(ExitCodes.Blocked, run.ExitCode);
    }

    [Fact]
    public void A_group_that_is_carried_hides_no_new_member()
    {
        using var repository = WithMisplacedNotebooks();
        CommandRun.In(repository.Root, "baseline");
        repository.Commit("baseline");
        Assert.Equal(ExitCodes.Clean, CommandRun.In(repository.Root, "check").ExitCode);
        repository.Write("research/new.ipynb", MandatedRepository.EmptyNotebook);
        var run = CommandRun.In(repository.Root, "check");
        Assert.Equal(ExitCodes.Blocked, run.ExitCode);
        Assert.Contains("research/new.ipynb", run.Out);
        Assert.DoesNotContain("research/a.ipynb", run.Out);
    }

    [Fact]
    public void Mending_a_part_of_a_group_is_never_a_new_finding()
    {
        using var repository = WithMisplacedNotebooks();
        repository.Git("mv", "research/a.ipynb", "notebooks/ana/a.ipynb");
        repository.Git("mv", "research/b.ipynb", "notebooks/ana/b.ipynb");
        repository.Commit("two of three");
        var run = CommandRun.In(repository.Root, "check", "--base", "HEAD~1");
        Assert.True(run.ExitCode == ExitCodes.Clean, run.Out);
    }

    [Fact]
    public void Base_reports_only_what_the_change_introduced()
    {
        using var repository = Broken();
        repository.Commit("broken");
        repository.Git("checkout", "-q", "-b", "feature");
        repository.Write("notebooks/two.ipynb", MandatedRepository.EmptyNotebook).Commit("one more");
        var run = CommandRun.In(repository.Root, "check", "--base", "main");
        Assert.Equal(ExitCodes.Blocked, run.ExitCode);
        Assert.Contains("notebooks/two.ipynb", run.Out);
        Assert.DoesNotContain("notebooks/one.ipynb", run.Out);
    }

    [Fact]
    public void A_renamed_file_brings_its_findings_along()
    {
        using var repository = Broken();
        repository.Write("notebooks/ana/torn.ipynb", "{\n \"cells\": [\n  1, 2, 3, 4, 5, 6, 7, 8, 9\n").Commit("torn");
        repository.Git("mv", "notebooks/ana/torn.ipynb", "notebooks/ana/ragged.ipynb");
        repository.Commit("renamed");
        var run = CommandRun.In(repository.Root, "check", "--base", "HEAD~1");
        Assert.True(run.ExitCode == ExitCodes.Clean, run.Out);
    }

    [Fact]
    public void An_exception_holds_until_its_last_day()
    {
        using var repository = Broken()
            .Write(
                "governance.yml",
                "exceptions:\n  - { rule: GOV0201, paths: [\"notebooks/*.ipynb\"], reason: \"moves in spring\", expires: 2027-03-31 }\n"
            );
        var lastDay = new DateTime(2027, 3, 31, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(ExitCodes.Clean, CommandRun.On(lastDay, repository.Root, "check").ExitCode);
        var after = CommandRun.On(lastDay.AddDays(1), repository.Root, "check");
        Assert.Equal(ExitCodes.Blocked, after.ExitCode);
        Assert.Contains("GOV0004", after.Out);
    }

    [Fact]
    public void The_organisation_locks_what_a_repository_then_cannot_turn_off()
    {
        using var repository = Broken().Write("governance.yml", "rules: { GOV0201: { severity: off } }\n");
        repository.Write("organisation.yml", "locked: [GOV0201]\n");
        var run = CommandRun.In(repository.Root, "check", "--policy", "organisation.yml");
        Assert.Equal(ExitCodes.BadUsage, run.ExitCode);
        Assert.Contains("notebooks/one.ipynb", run.Out);
        Assert.Contains("GOV0003", run.Out);
    }

    private static TemporaryRepository Broken() =>
        MandatedRepository.Create().Write("notebooks/one.ipynb", MandatedRepository.EmptyNotebook);

    private static TemporaryRepository WithMisplacedNotebooks()
    {
        var repository = MandatedRepository.Create();
        foreach (var name in (string[])["a", "b", "c"])
        {
            repository.Write($"research/{name}.ipynb", MandatedRepository.EmptyNotebook);
        }

        repository.Commit("notebooks out of place");
        return repository;
    }
}
