using System;
using System.IO;
using Governance.Repositories.Tests.Support;

namespace Governance.Repositories.Tests;

/// <summary>Git starts hooks with variables that name the repository and its index; some are relative.</summary>
public sealed class HookTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public HookTests()
    {
        _repository.Write("sub/governance.yml", "");
        _repository.Write("sub/a.txt", "a");
        _repository.Write("b.txt", "b");
        _repository.Commit();
        // The index of `git commit -- sub/c.txt`: another one than the repository's own.
        _repository.Write("sub/c.txt", "c");
        File.Copy(_repository.At(".git/index"), _repository.At(".git/next-index-1.lock"));
        _repository.GitIn(_repository.Root, null, "-c", "core.bare=false", "status", "--short");
        _repository.Git("add", "sub/c.txt");
        var staged = _repository.At(".git/index");
        File.Move(staged, _repository.At(".git/with-c"));
        File.Move(_repository.At(".git/next-index-1.lock"), staged);
        File.Move(_repository.At(".git/with-c"), _repository.At(".git/next-index-1.lock"));
    }

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("GIT_INDEX_FILE=.git/next-index-1.lock")]
    [InlineData("GIT_DIR=.git", "GIT_INDEX_FILE=.git/next-index-1.lock")]
    [InlineData("GIT_DIR=.git", "GIT_WORK_TREE=.", "GIT_INDEX_FILE=.git/next-index-1.lock")]
    public void The_hooks_index_counts_at_the_top_and_below(params string[] variables)
    {
        using var top = _repository.Open(null, null, variables);
        using var sub = _repository.Open("sub", null, variables);

        Assert.Equal(["b.txt"], top.Index(default).Paths());
        Assert.Equal(["a.txt", "c.txt", "governance.yml"], sub.Index(default).Paths());
        Assert.Equal("c", sub.Index(default).Text("c.txt"));
        Assert.Equal(["a.txt", "c.txt", "governance.yml"], sub.WorkingTree(default).Paths());
        Assert.NotNull(sub.WorkingTree(default).At("c.txt").BlobId);
        Assert.Equal("sub", sub.WorkingTree(default).Origin.PathInRepository);
    }

    [Fact]
    public void Without_a_hook_the_repositorys_own_index_counts()
    {
        using var sub = _repository.Open("sub");

        Assert.Equal(["a.txt", "governance.yml"], sub.Index(default).Paths());
    }

    [Fact]
    public void The_hooks_repository_says_nothing_about_another_one()
    {
        using var other = new TestRepository();
        other.Write("other.txt", "other");
        other.Git("add", "other.txt");
        string[] variables = ["GIT_DIR=.git", "GIT_INDEX_FILE=.git/next-index-1.lock"];

        using var repository = _repository.Open(other.Root, null, variables);
        using var plain = new TemporaryFolder();
        plain.Write("plain.txt", "plain");
        using var folder = _repository.Open(plain.Path, null, variables);
        using var indexOnly = _repository.Open(other.Root, null, variables[1]);

        Assert.Equal(["other.txt"], repository.Index(default).Paths());
        Assert.Equal(["other.txt"], indexOnly.Index(default).Paths());
        Assert.False(folder.IsGit);
        Assert.Equal(["plain.txt"], folder.WorkingTree(default).Paths());
    }

    [Fact]
    public void A_work_tree_that_only_variables_name_is_found_through_them()
    {
        using var tree = new TemporaryFolder();
        tree.Write("sub/a.txt", "changed");
        tree.Write("sub/new.txt", "new");
        string[] variables = ["GIT_DIR=" + _repository.At(".git"), "GIT_WORK_TREE=" + tree.Path];

        using var repository = _repository.Open("sub", tree.Path, variables);

        Assert.True(repository.IsGit);
        Assert.Equal(["a.txt", "new.txt"], repository.WorkingTree(default).Paths());
        Assert.Equal("changed", repository.WorkingTree(default).Text("a.txt"));
        Assert.Equal(["a.txt", "governance.yml"], repository.Index(default).Paths());
    }

    [Fact]
    public void A_servers_hook_reads_the_bare_repository_it_starts_in()
    {
        var mirror = _repository.Beside("server.git");
        _repository.Git("clone", "--quiet", "--bare", _repository.Root, mirror);

        using var repository = _repository.Open(null, mirror, "GIT_DIR=.");

        Assert.True(repository.IsBare);
        Assert.Equal(["b.txt"], repository.Commit("main", default).Paths());
    }
}
