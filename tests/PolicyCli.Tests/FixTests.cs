using System.IO;

namespace Governance.PolicyCli.Tests;

/// <summary><c>policy fix</c>: shows, applies, and refuses.</summary>
public sealed class FixTests
{
    [Fact]
    public void Without_apply_nothing_changes()
    {
        using var repository = WithLooseNotebook();
        var run = CommandRun.In(repository.Root, "fix", "--user", "ana");
        Assert.Equal(ExitCodes.Clean, run.ExitCode);
        Assert.Contains("move notebooks/churn.ipynb -> notebooks/ana/churn.ipynb", run.Out);
        Assert.True(repository.Exists("notebooks/churn.ipynb"));
    }

    [Fact]
    public void A_loose_notebook_moves_to_its_user()
    {
        using var repository = WithLooseNotebook();
        CommandRun.In(repository.Root, "fix", "--user", "ana", "--apply");
        Assert.False(repository.Exists("notebooks/churn.ipynb"));
        Assert.Equal(MandatedRepository.EmptyNotebook, repository.Read("notebooks/ana/churn.ipynb"));
        Assert.Equal(ExitCodes.Clean, CommandRun.In(repository.Root, "check").ExitCode);
    }

    [Fact]
    public void Without_a_user_the_move_is_left_out_with_the_reason()
    {
        using var repository = WithLooseNotebook();
        Assert.Contains("give --user NAME", CommandRun.In(repository.Root, "fix", "--apply").Out);
        Assert.True(repository.Exists("notebooks/churn.ipynb"));
    }

    [Fact]
    public void An_occupied_target_is_never_overwritten()
    {
        using var repository = WithLooseNotebook();
        repository.Write("notebooks/ana/churn.ipynb", "{\"other\": 1}").Commit("occupied");
        Assert.Contains("something stands at", CommandRun.In(repository.Root, "fix", "--user", "ana", "--apply").Out);
        Assert.Equal("{\"other\": 1}", repository.Read("notebooks/ana/churn.ipynb"));
    }

    [Fact]
    public void Uncommitted_work_is_left_alone_unless_told()
    {
        using var repository = WithLooseNotebook();
        repository.Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook + "\n");
        Assert.Contains("not committed", CommandRun.In(repository.Root, "fix", "--user", "ana", "--apply").Out);
        Assert.True(repository.Exists("notebooks/churn.ipynb"));
        CommandRun.In(repository.Root, "fix", "--user", "ana", "--apply", "--force");
        Assert.True(repository.Exists("notebooks/ana/churn.ipynb"));
    }

    [Fact]
    public void A_missing_folder_is_created_with_a_placeholder()
    {
        using var repository = MandatedRepository.Create();
        repository.Git("rm", "-rq", "pipelines");
        repository.Commit("no pipelines");
        CommandRun.In(repository.Root, "fix", "--apply");
        Assert.True(Directory.Exists(Path.Combine(repository.Root, "pipelines")));
        Assert.Equal(ExitCodes.Clean, CommandRun.In(repository.Root, "check").ExitCode);
    }

    [Fact]
    public void A_misnamed_folder_is_renamed_also_by_case_alone()
    {
        using var repository = MandatedRepository.Create();
        repository.Git("mv", "docs", "documents");
        repository.Git("mv", "documents", "Docs");
        repository.Commit("Docs");
        CommandRun.In(repository.Root, "fix", "--apply");
        Assert.True(repository.Exists("docs/index.md"));
    }

    [Fact]
    public void No_empty_folder_is_made_beside_the_content_it_is_for()
    {
        using var repository = MandatedRepository.Create();
        repository.Git("mv", "code", "churn");
        repository.Commit("code under another name");
        var run = CommandRun.In(repository.Root, "fix", "--apply");
        Assert.Contains(
            "left out: GOV0101 at .: 'code' would stay empty while what belongs there stands in 'churn'",
            run.Out
        );
        Assert.False(repository.Exists("code"));
    }

    [Theory]
    [InlineData("Ana Silva", "no spaces")]
    [InlineData("", "one folder")]
    [InlineData("a/b", "one folder")]
    [InlineData(".ana", "begins with a dot")]
    [InlineData("samples", "shared by all")]
    [InlineData("Tests", "mandated layout")]
    [InlineData("README", "not of a user")]
    [InlineData("Ana", "'ana', which differs in upper and lower case")]
    public void A_name_that_is_no_users_is_refused(string user, string reason)
    {
        using var repository = WithLooseNotebook();
        var run = CommandRun.In(repository.Root, "fix", "--user", user, "--apply");
        Assert.Equal(ExitCodes.BadUsage, run.ExitCode);
        Assert.Contains(reason, run.Error);
        Assert.True(repository.Exists("notebooks/churn.ipynb"));
    }

    [Theory]
    [InlineData("rules: { GOV0202: { users: [ben] } }\n", "ben")]
    [InlineData("rules: { GOV0202: { code-owners: true } }\n", "ana")]
    [InlineData("rules: { GOV0202: { severity: off, users: [ben] } }\n", null)]
    public void Where_the_policy_knows_the_users_only_those_are_taken(string policy, string? known)
    {
        using var repository = WithLooseNotebook();
        repository.Write("governance.yml", policy).Commit("who is a user");
        var stranger = CommandRun.In(repository.Root, "fix", "--user", "carla");
        Assert.Equal(known is null ? ExitCodes.Clean : ExitCodes.BadUsage, stranger.ExitCode);
        Assert.Equal(ExitCodes.Clean, CommandRun.In(repository.Root, "fix", "--user", known ?? "carla").ExitCode);
    }

    [Fact]
    public void Nothing_is_written_through_a_link_out_of_the_tree()
    {
        using var outside = new TemporaryRepository(git: false);
        using var repository = MandatedRepository.Create();
        repository.Git("rm", "-rq", "notebooks/ana");
        Directory.CreateDirectory(Path.Combine(repository.Root, "notebooks"));
        Directory.CreateSymbolicLink(Path.Combine(repository.Root, "notebooks", "ana"), outside.Root);
        repository.Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook).Commit("a link for a folder");
        Assert.Contains("is a symbolic link", CommandRun.In(repository.Root, "fix", "--user", "ana", "--apply").Out);
        Assert.Empty(Directory.GetFileSystemEntries(outside.Root));
    }

    [Fact]
    public void Cleared_outputs_change_nothing_else_in_the_file()
    {
        using var repository = MandatedRepository.Create();
        var output = new string('x', 200_000);
        var notebook =
            "{\r\n \"cells\": [{\"cell_type\": \"code\", \"execution_count\": 3, \"id\": \"a\", \"metadata\": {}, \"source\": [\"é\"],\r\n"
            + $"  \"outputs\": [{{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"{output}\"]}}]}}],\r\n"
            + " \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}\r\n";
        repository.Write("notebooks/ana/big.ipynb", notebook).Commit("big outputs");
        var shown = CommandRun.In(repository.Root, "fix");
        Assert.Contains("--- a/notebooks/ana/big.ipynb", shown.Out);
        Assert.DoesNotContain(output, shown.Out);
        CommandRun.In(repository.Root, "fix", "--apply");
        var expected = notebook
            .Replace($"[{{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"{output}\"]}}]", "[]")
            .Replace("\"execution_count\": 3", "\"execution_count\": null");
        Assert.Equal(expected, repository.Read("notebooks/ana/big.ipynb"));
    }

    private static TemporaryRepository WithLooseNotebook()
    {
        var repository = MandatedRepository.Create();
        repository.Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook).Commit("a loose notebook");
        return repository;
    }
}
