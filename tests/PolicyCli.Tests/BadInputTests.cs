using System.IO;
using System.Linq;
using System.Text;

namespace Governance.PolicyCli.Tests;

/// <summary>Input nobody wishes for: a clear finding or message, an exit code, never a stack trace.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void A_plain_folder_is_checked_without_git()
    {
        using var folder = new TemporaryRepository(git: false);
        folder.Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook);
        var run = CommandRun.In(folder.Root, "check");
        Assert.Equal(ExitCodes.Blocked, run.ExitCode);
        Assert.Contains("notebooks/churn.ipynb", run.Out);
    }

    [Fact]
    public void A_repository_with_no_commit_is_checked()
    {
        using var repository = new TemporaryRepository();
        repository.Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook);
        Assert.Contains("notebooks/churn.ipynb", CommandRun.In(repository.Root, "check").Out);
        var commit = CommandRun.In(repository.Root, "check", "--commit", "HEAD");
        Assert.Equal(ExitCodes.BadUsage, commit.ExitCode);
    }

    [Fact]
    public void A_bare_repository_is_checked_by_commit_and_asks_for_one()
    {
        using var repository = MandatedRepository.Create();
        using var mirror = new TemporaryRepository(git: false);
        repository.Git("clone", "-q", "--bare", repository.Root, Path.Combine(mirror.Root, "bare.git"));
        var bare = Path.Combine(mirror.Root, "bare.git");
        Assert.Equal(ExitCodes.Clean, CommandRun.In(mirror.Root, "check", bare, "--commit", "HEAD").ExitCode);
        var asked = CommandRun.In(mirror.Root, "check", bare);
        Assert.Equal(ExitCodes.BadUsage, asked.ExitCode);
        Assert.Contains("--commit", asked.Error);
    }

    [Fact]
    public void Nested_governed_roots_are_left_to_themselves()
    {
        using var repository = MandatedRepository.Create();
        repository.Write("tests/inner/governance.yml", "").Write("tests/inner/notebooks/loose.ipynb", "{");
        Assert.Equal(ExitCodes.Clean, CommandRun.In(repository.Root, "check").ExitCode);
        var inner = CommandRun.In(Path.Combine(repository.Root, "tests", "inner", "notebooks"), "check");
        Assert.Contains("notebooks/loose.ipynb", inner.Out);
    }

    [Fact]
    public void Names_with_spaces_line_breaks_and_emoji_are_shown_without_harm()
    {
        using var repository = MandatedRepository.Create();
        string[] names = ["a b.ipynb", "two\nlines.ipynb", "🎉.ipynb", "\u001b[31mred.ipynb"];
        foreach (var name in names)
        {
            repository.Write("notebooks/ana/" + name, "{");
        }

        var run = CommandRun.In(repository.Root, "check");
        Assert.Equal(names.Length, run.Out.Split("GOV0205").Length - 1);
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.DoesNotContain("two\nlines", run.Out);
    }

    [Fact]
    public void Links_are_never_followed()
    {
        using var outside = new TemporaryRepository(git: false);
        outside.Write("torn.ipynb", "{");
        using var repository = MandatedRepository.Create();
        var links = Path.Combine(repository.Root, "notebooks", "ana");
        File.CreateSymbolicLink(Path.Combine(links, "out.ipynb"), Path.Combine(outside.Root, "torn.ipynb"));
        File.CreateSymbolicLink(Path.Combine(links, "dangling.ipynb"), "nowhere");
        File.CreateSymbolicLink(Path.Combine(links, "cycle"), ".");
        Assert.Equal(ExitCodes.Clean, CommandRun.In(repository.Root, "check").ExitCode);
    }

    [Fact]
    public void A_file_too_large_to_read_is_said_to_be()
    {
        using var repository = MandatedRepository.Create();
        using (var large = File.Create(Path.Combine(repository.Root, "notebooks", "ana", "large.ipynb")))
        {
            large.SetLength(300L << 20);
        }

        var run = CommandRun.In(repository.Root, "check");
        Assert.Contains("GOV0002", run.Out);
        Assert.Contains("300 MB", run.Out);
    }

    [Fact]
    public void Fifty_levels_of_folders_are_nothing_special()
    {
        using var repository = MandatedRepository.Create();
        var deep = string.Join('/', Enumerable.Repeat("d", 50));
        repository.Write($"notebooks/ana/{deep}/torn.ipynb", "{");
        Assert.Contains($"notebooks/ana/{deep}/torn.ipynb", CommandRun.In(repository.Root, "check").Out);
    }

    [Fact]
    public void Utf_16_and_marks_are_read()
    {
        using var repository = MandatedRepository.Create();
        foreach (var encoding in new Encoding[] { Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(true) })
        {
            var root = repository.Root;
            File.WriteAllText(Path.Combine(root, "governance.yml"), "kind: project\nmode: observe\n", encoding);
            File.WriteAllText(Path.Combine(root, "pipelines", "train.yml"), "steps: []\n", encoding);
            var run = CommandRun.In(root, "check");
            Assert.True(run.ExitCode == ExitCodes.Clean, run.Out);
            Assert.DoesNotContain("GOV000", run.Out);
        }
    }

    [Theory]
    [InlineData("bomb")]
    [InlineData("brackets")]
    [InlineData("deep")]
    [InlineData("binary")]
    public void Hostile_yaml_is_a_finding(string kind)
    {
        var text = kind switch
        {
            "bomb" => string.Concat(
                Enumerable
                    .Range(0, 40)
                    .Select(static i => $"a{i}: &a{i} [{(i == 0 ? "x" : $"*a{i - 1}, *a{i - 1}, *a{i - 1}")}]\n")
            ),
            "brackets" => new string('[', 10_000),
            "deep" => string.Concat(Enumerable.Range(0, 2_000).Select(static i => new string(' ', i) + "a:\n")),
            _ => "name: \0\0\0",
        };
        using var repository = MandatedRepository.Create();
        repository.Write("pipelines/hostile.yml", text).Write("governance.yml", text);
        var run = CommandRun.In(repository.Root, "check");
        Assert.True(run.ExitCode is ExitCodes.BadUsage, $"{run.ExitCode}: {run.Out}{run.Error}");
        Assert.DoesNotContain("GOV0001", run.Out);
        Assert.Contains("GOV0003", run.Out);
    }

    [Fact]
    public void Missing_objects_of_a_partial_clone_are_said_to_be_missing()
    {
        using var repository = MandatedRepository.Create();
        repository.Write("notebooks/ana/lost.ipynb", MandatedRepository.EmptyNotebook + " ").Commit("soon lost");
        var blob = repository.Git("rev-parse", "HEAD:notebooks/ana/lost.ipynb").Trim();
        var loose = Path.Combine(repository.Root, ".git", "objects", blob[..2], blob[2..]);
        File.SetAttributes(loose, FileAttributes.Normal);
        File.Delete(loose);
        var run = CommandRun.In(repository.Root, "check", "--commit", "HEAD");
        Assert.Contains("GOV0002", run.Out);
        Assert.Contains("notebooks/ana/lost.ipynb", run.Out);
    }
}
