using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;
using Governance.Repositories.Git;
using Governance.Repositories.Tests.Support;

namespace Governance.Repositories.Tests;

/// <summary>Links, pipes, and names that are hard to say. The odd ones exist on Unix only, where CI runs.</summary>
public sealed class OddEntryTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Links_are_listed_with_their_target_and_never_followed()
    {
        Directory.CreateDirectory(_repository.Beside("outside"));
        File.WriteAllText(_repository.Beside("outside/secret.txt"), "secret");
        Directory.CreateDirectory(_repository.At("folder"));
        _repository.Write("folder/a.txt", "a");
        File.CreateSymbolicLink(_repository.At("dangling"), "nowhere");
        File.CreateSymbolicLink(_repository.At("cyclic"), "cyclic");
        Directory.CreateSymbolicLink(_repository.At("folder/up"), "..");
        File.CreateSymbolicLink(_repository.At("file"), "../outside/secret.txt");
        _repository.Git("add", "dangling", "cyclic");
        Directory.CreateSymbolicLink(_repository.At("out"), "../outside");

        using var repository = _repository.Open();
        var tree = repository.WorkingTree(CancellationToken.None);
        _repository.Commit();
        var commit = repository.Commit("HEAD", CancellationToken.None);

        string[] paths = ["cyclic", "dangling", "file", "folder/a.txt", "folder/up", "out"];
        foreach (var snapshot in new[] { tree, commit })
        {
            Assert.Equal(paths, snapshot.Paths());
            Assert.Equal("../outside/secret.txt", snapshot.Text("file"));
            Assert.Equal("nowhere", snapshot.Text("dangling"));
            Assert.Equal("..", snapshot.Text("folder/up"));
            Assert.All(
                paths.Where(static path => path != "folder/a.txt"),
                path => Assert.Equal(EntryKind.SymbolicLink, snapshot.At(path).Kind)
            );
            Assert.Equal(7, snapshot.At("dangling").Length);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Files_behind_a_link_that_took_a_folders_place_are_gone(bool ignored)
    {
        Directory.CreateDirectory(_repository.Beside("outside/deep"));
        _repository.Write("folder/deep/a.txt", "a");
        _repository.Write("b.txt", "b");
        _repository.Commit();
        File.WriteAllText(_repository.Beside("outside/deep/a.txt"), "b");
        Directory.Delete(_repository.At("folder"), recursive: true);
        Directory.CreateSymbolicLink(_repository.At("folder"), "../outside");
        if (ignored)
        {
            _repository.Write(".git/info/exclude", "folder\n");
        }

        var snapshot = _repository.WorkingTree();

        Assert.Equal(ignored ? ["b.txt"] : ["b.txt", "folder"], snapshot.Paths());
    }

    [Fact]
    public void A_named_pipe_never_blocks()
    {
        _repository.Write("was-a-file", "content");
        _repository.Write("was-a-file-too", "content");
        _repository.Commit();
        _repository.Delete("was-a-file");
        _repository.Delete("was-a-file-too");
        MakePipe("was-a-file");
        MakePipe("untracked");
        _repository.Write("was-a-file-too/inside", "x");

        var snapshot = _repository.WorkingTree();

        Assert.Equal(["was-a-file", "was-a-file-too/inside"], snapshot.Paths());
        Assert.Equal("it is a named pipe, socket or device", snapshot.Reason("was-a-file"));
    }

    [Theory]
    [InlineData("with space.txt")]
    [InlineData("new\nline.txt")]
    [InlineData("tab\tand \"quote\".txt")]
    [InlineData("back\\slash.txt")]
    [InlineData(":(glob)*.txt")]
    [InlineData("-option")]
    [InlineData("\U0001F600 \u00E4\u00F6\u00FC \u4E2D.txt")]
    public void Any_text_is_a_name(string name)
    {
        _repository.Write("f/" + name, "untracked");
        Assert.Equal("untracked", _repository.WorkingTree().Text("f/" + name));

        _repository.Commit();
        using var repository = _repository.Open();
        Assert.Equal("untracked", repository.WorkingTree(CancellationToken.None).Text("f/" + name));
        Assert.Equal("untracked", repository.Index(CancellationToken.None).Text("f/" + name));
        Assert.Equal("untracked", repository.Commit("HEAD", CancellationToken.None).Text("f/" + name));

        _repository.Write("f/" + name, "changed, as git knows");
        Assert.Equal("changed, as git knows", repository.WorkingTree(CancellationToken.None).Text("f/" + name));
        Assert.Equal(["f/" + name], repository.UncommittedPaths(CancellationToken.None)!);
    }

    [Fact]
    public void Names_that_differ_in_case_are_two_files()
    {
        var blob = _repository.GitIn(_repository.Root, "x"u8.ToArray(), "hash-object", "-w", "--stdin");
        _repository.Git(
            "update-index",
            "--add",
            "--cacheinfo",
            $"100644,{blob},Read.me",
            "--cacheinfo",
            $"100644,{blob},read.me"
        );

        using var repository = _repository.Open();

        Assert.Equal(["Read.me", "read.me"], repository.Index(CancellationToken.None).Paths());
    }

    [Fact]
    public void Names_that_are_no_text_are_shown_escaped_and_hide_nothing()
    {
        var blob = _repository.GitIn(_repository.Root, "x"u8.ToArray(), "hash-object", "-w", "--stdin");
        byte[] entry = [.. Encoding.ASCII.GetBytes($"100644 {blob} 0\tcode/caf"), 0xE9, .. ".py"u8, 0];
        _repository.GitIn(_repository.Root, entry, "update-index", "-z", "--index-info");
        _repository.Write("a.txt", "a");
        _repository.Git("add", "a.txt");
        _repository.Git("commit", "--quiet", "--message", "odd");
        _repository.Git("checkout", "--force", "--quiet", "main");

        using var repository = _repository.Open();
        foreach (
            var snapshot in new[]
            {
                repository.WorkingTree(CancellationToken.None),
                repository.Index(CancellationToken.None),
                repository.Commit("HEAD", CancellationToken.None),
            }
        )
        {
            Assert.Equal(["a.txt"], snapshot.Paths());
            Assert.Equal(
                [new UnnamablePath(@"code/caf\xE9.py", "its name is not valid UTF-8")],
                snapshot.Unnamable.ToArray()
            );
        }

        _repository.Git("rm", "--cached", "--quiet", "-r", "code");
        Assert.Equal(
            [@"code/caf\xE9.py"],
            repository.WorkingTree(CancellationToken.None).Unnamable.Select(static path => path.DisplayPath)
        );
    }

    [Fact]
    public void Folders_that_git_could_not_open_are_told_from_its_warnings()
    {
        const string Errors =
            "warning: could not open directory 'data/secret/': Permission denied\n"
            + "warning: something else\n"
            + "warning: could not open directory 'it's/': odd/': Permission denied\n";

        Assert.Equal(
            [
                new UnnamablePath("data/secret", "the folder cannot be opened: permission denied"),
                new UnnamablePath("it's/': odd", "the folder cannot be opened: permission denied"),
            ],
            DiskChanges.UnreadableFolders(Errors)
        );
    }

    private void MakePipe(string name)
    {
        using var process = Process.Start("mkfifo", [_repository.At(name)]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
