using System;
using System.Linq;
using Governance.Tests.RuleExamples;

namespace Governance.PolicyCli.Tests;

/// <summary><c>policy check --history</c>: what earlier commits held.</summary>
public sealed class HistoryTests : IDisposable
{
    private static readonly string s_secret = FilledText.Fill("dapi[0-9a-f]{32}");

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void A_secret_that_is_gone_is_found_with_the_commits_that_held_it()
    {
        _repository.Write("code/a.py", $"x = 1\ntoken = '{s_secret}'\n");
        var first = Commit();
        _repository.Write("code/a.py", $"x = 2\ntoken = '{s_secret}'\n");
        var second = Commit();
        _repository.Write("code/a.py", "x = 3\n");
        var third = Commit();

        Assert.DoesNotContain("GOV0301", Check().Out, StringComparison.Ordinal);
        var run = Check("--history");
        Assert.Equal(ExitCodes.Blocked, run.ExitCode);
        var told = Assert.Single(
            run.Out.Split('\n'),
            static line => line.Contains("GOV0301/databricks-token", StringComparison.Ordinal)
        );
        Assert.Contains($"since commit {first[..10]} (", told, StringComparison.Ordinal);
        Assert.Contains(") at line 2, column 10, changed by", told, StringComparison.Ordinal);
        Assert.Contains(second[..10], told, StringComparison.Ordinal);
        Assert.Contains(third[..10], told, StringComparison.Ordinal);
        Assert.DoesNotContain(s_secret, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_branches_count_and_what_is_there_today_is_told_once()
    {
        _repository.Write("code/a.py", $"token = '{s_secret}'\n");
        Commit();
        _repository.Write("code/a.py", $"# Moved.\ntoken = '{s_secret}'\n");
        Commit();
        _repository.Git("checkout", "-q", "-b", "other");
        _repository.Write("code/b.py", $"token = '{s_secret}'\n");
        Commit();
        _repository.Git("checkout", "-q", "-");

        var found = Check("--history")
            .Out.Split('\n')
            .Where(static line => line.Contains("GOV0301/", StringComparison.Ordinal));
        Assert.Collection(
            found,
            static line => Assert.Contains("2:10  error    GOV0301/", line, StringComparison.Ordinal),
            static line => Assert.Contains("it is in the history since", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_shallow_clone_says_that_it_does_not_know_all()
    {
        _repository.Write("code/a.py", "x = 1\n");
        Commit();
        _repository.Write("code/a.py", "x = 2\n");
        Commit();
        using var clone = new TemporaryRepository();
        clone.Git("fetch", "-q", "--depth", "1", "file://" + _repository.Root, "HEAD:refs/heads/shallow");
        clone.Git("checkout", "-q", "shallow");

        var run = CommandRun.In(clone.Root, "check", "--only", "GOV0301", "--history");
        Assert.Contains("The clone is shallow: what came before it is not here", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_has_no_history_of_its_own()
    {
        _repository.Write("a.py", "x = 1\n");
        Commit();
        var run = Check("--history", "--base", "HEAD");
        Assert.Equal(ExitCodes.BadUsage, run.ExitCode);
        Assert.Contains(
            "--history looks at all commits, and --base at one change",
            run.Error,
            StringComparison.Ordinal
        );
    }

    private string Commit()
    {
        _repository.Commit("a change");
        return _repository.Git("rev-parse", "HEAD").Trim();
    }

    private CommandRun Check(params string[] arguments) =>
        CommandRun.In(_repository.Root, ["check", "--only", "GOV0301", .. arguments]);
}
