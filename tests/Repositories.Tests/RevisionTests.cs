using System;
using System.Collections.Generic;
using System.IO;
using Governance.Repositories.Tests.Support;

namespace Governance.Repositories.Tests;

public sealed class RevisionTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("no-such-branch")]
    [InlineData("--upload-pack=touch pwned")]
    [InlineData("--all")]
    [InlineData("-h")]
    [InlineData("HEAD:a.txt")]
    [InlineData("HEAD~5")]
    [InlineData("HEAD..HEAD")]
    [InlineData("")]
    [InlineData("a\nb")]
    public void What_is_no_commit_is_said_to_be_unknown(string revision)
    {
        _repository.Write("a.txt", "a");
        _repository.Commit();
        using var repository = _repository.Open();

        foreach (
            var call in new Action[]
            {
                () => repository.Commit(revision, default),
                () => repository.ChangeSince(revision, SnapshotSource.WorkingTree, default),
            }
        )
        {
            var message = Assert.Throws<RepositoryException>(call).Message;
            Assert.Contains(
                revision is "" or "a\nb" ? "the revision is empty" : $"the revision '{revision}' is not known here",
                message,
                StringComparison.Ordinal
            );
        }

        Assert.Equal([".git", "a.txt"], Names(_repository.Root));
    }

    [Fact]
    public void Before_the_first_commit_that_is_what_is_said()
    {
        using var repository = _repository.Open();

        Assert.Contains(
            "no commits yet",
            Assert.Throws<RepositoryException>(() => repository.Commit("HEAD", default)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no commits yet",
            Assert
                .Throws<RepositoryException>(() => repository.ChangeSince("main", SnapshotSource.WorkingTree, default))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_merge_base_is_the_full_id_of_the_last_commit_in_common()
    {
        var common = _repository.Commit("common");
        _repository.Git("checkout", "--quiet", "-b", "side");
        _repository.Commit("side");
        _repository.Git("checkout", "--quiet", "main");
        _repository.Commit("main");

        using var repository = _repository.Open();

        Assert.Equal(common, MergeBase("side", SnapshotSource.WorkingTree));
        Assert.Equal(common, MergeBase("side", SnapshotSource.Index));
        Assert.Equal(common, MergeBase("side", SnapshotSource.Commit("main")));
        Assert.Equal(_repository.Git("rev-parse", "main"), MergeBase("main", SnapshotSource.WorkingTree));

        string? MergeBase(string revision, SnapshotSource source) =>
            repository.ChangeSince(revision, source, default).Base.Origin.Revision;
    }

    [Fact]
    public void A_shallow_clone_is_told_to_fetch_more()
    {
        _repository.Commit("common");
        _repository.Git("checkout", "--quiet", "-b", "side");
        _repository.Commit("side");
        _repository.Git("checkout", "--quiet", "main");
        _repository.Commit("main");
        var clone = _repository.Beside("shallow");
        _repository.Git("clone", "--quiet", "--depth=1", "--no-single-branch", "file://" + _repository.Root, clone);

        using var repository = _repository.Open(clone);

        var message = Assert
            .Throws<RepositoryException>(() =>
                repository.ChangeSince("origin/side", SnapshotSource.WorkingTree, default)
            )
            .Message;
        Assert.Contains("no common ancestor", message, StringComparison.Ordinal);
        Assert.Contains("fetch more history", message, StringComparison.Ordinal);
        Assert.Contains(
            "fetch more history",
            Assert.Throws<RepositoryException>(() => repository.Commit("HEAD~1", default)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Unrelated_histories_have_no_merge_base()
    {
        _repository.Commit("one");
        _repository.Git("checkout", "--quiet", "--orphan", "other");
        _repository.Commit("two");

        using var repository = _repository.Open();

        var message = Assert
            .Throws<RepositoryException>(() => repository.ChangeSince("main", SnapshotSource.WorkingTree, default))
            .Message;
        Assert.EndsWith("have no common ancestor here", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Uncommitted_paths_are_those_of_the_governed_root()
    {
        _repository.Write("outside.txt", "o");
        _repository.Write("sub/clean.txt", "c");
        _repository.Write("sub/modified.txt", "m");
        _repository.Write("sub/deleted.txt", "d");
        _repository.Write("sub/moved.txt", "a longer text that moves");
        _repository.Commit();
        _repository.Write("outside.txt", "changed");
        _repository.Write("sub/modified.txt", "changed");
        _repository.Delete("sub/deleted.txt");
        _repository.Write("sub/new folder/new.txt", "n");
        _repository.Write("sub/staged.txt", "s");
        _repository.Git("add", "sub/staged.txt");
        _repository.Git("mv", "sub/moved.txt", "sub/target.txt");

        using var repository = _repository.Open("sub");

        Assert.Equal(
            ["deleted.txt", "modified.txt", "moved.txt", "new folder/new.txt", "staged.txt", "target.txt"],
            new SortedSet<string>(repository.UncommittedPaths(default)!, StringComparer.Ordinal)
        );
    }

    private static SortedSet<string> Names(string folder)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in Directory.GetFileSystemEntries(folder))
        {
            names.Add(Path.GetFileName(entry));
        }

        return names;
    }
}
