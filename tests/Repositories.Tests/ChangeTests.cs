using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Governance.Engine.Repository;
using Governance.Repositories.Tests.Support;

namespace Governance.Repositories.Tests;

/// <summary>What a change started from, and what it renamed.</summary>
public sealed class ChangeTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Renames_are_found_in_each_source()
    {
        var text = string.Join('\n', Enumerable.Range(0, 40));
        _repository.Write("sub/moved.txt", text);
        _repository.Write("sub/edited.txt", text + "e");
        _repository.Write("sub/kept.txt", "kept");
        _repository.Write("leaves.txt", "another text, which is like none of the others, and long enough");
        var old = _repository.Commit();
        Directory.CreateDirectory(_repository.At("sub/new folder"));
        _repository.Git("mv", "sub/moved.txt", "sub/new folder/m\u00F6ved.txt");
        _repository.Git("mv", "leaves.txt", "sub/leaves.txt");
        _repository.Git("mv", "sub/edited.txt", "sub/edited2.txt");
        _repository.Write("sub/edited2.txt", text + "e\nmore");

        using var top = _repository.Open();
        using var sub = _repository.Open("sub");
        var inSub = new Dictionary<string, string>
        {
            ["new folder/m\u00F6ved.txt"] = "moved.txt",
            ["edited2.txt"] = "edited.txt",
        };
        Assert.Equal(inSub, sub.ChangeSince(old, SnapshotSource.WorkingTree, default).Renames);
        Assert.Equal(inSub, sub.ChangeSince(old, SnapshotSource.Index, default).Renames);
        _repository.Commit();
        Assert.Equal(inSub, sub.ChangeSince(old, SnapshotSource.Commit("HEAD"), default).Renames);
        Assert.Equal(
            "leaves.txt",
            top.ChangeSince(old, SnapshotSource.Commit("HEAD"), default).Renames["sub/leaves.txt"]
        );
        Assert.Empty(top.ChangeSince("HEAD", SnapshotSource.WorkingTree, default).Renames);
    }

    [Fact]
    public void The_merge_base_holds_what_the_commit_held_and_shares_what_is_the_same()
    {
        _repository.Write("same.txt", "same");
        _repository.Write("edited.txt", "before");
        _repository.Write("gone.txt", "gone");
        _repository.Write("same, edited on disk.txt", "before");
        var old = _repository.Commit();
        _repository.Write("edited.txt", "after");
        _repository.Write("added.txt", "added");
        File.Delete(_repository.At("gone.txt"));
        _repository.Commit();
        _repository.Write("same, edited on disk.txt", "after");
        _repository.Write("untracked.txt", "untracked");

        using var repository = _repository.Open();
        var change = repository.ChangeSince(old, SnapshotSource.WorkingTree, default);

        using var alone = _repository.Open();
        var commit = alone.Commit(old, default);
        Assert.Equal(commit.Files.Select(Told), change.Base.Files.Select(Told));
        Assert.Same(change.Head.Find("same.txt"), change.Base.Find("same.txt"));
        Assert.NotSame(change.Head.Find("edited.txt"), change.Base.Find("edited.txt"));
    }

    [Fact]
    public void The_merge_base_is_whole_whatever_has_become_of_its_files()
    {
        _repository.Write("sub/kept.txt", "kept");
        _repository.Write("sub/conflict.txt", "common");
        _repository.Write("sub/staged and edited.txt", "before");
        _repository.Write("sub/deleted on disk.txt", "deleted");
        _repository.Write("sub/removed.txt", "removed");
        _repository.Write("sub/became a folder", "file");
        _repository.Write("outside.txt", "outside");
        var old = _repository.Commit();
        _repository.Git("checkout", "--quiet", "-b", "side");
        _repository.Write("sub/conflict.txt", "side");
        _repository.Commit("side");
        _repository.Git("checkout", "--quiet", "main");
        _repository.Write("sub/conflict.txt", "main");
        _repository.Commit("main");
        // As a merge leaves a conflict: three versions, and the file on disk is none of them.
        _repository.Git("read-tree", "-m", old, "main", "side");
        _repository.Write("sub/staged and edited.txt", "staged");
        _repository.Git("add", "sub/staged and edited.txt");
        _repository.Write("sub/staged and edited.txt", "edited");
        _repository.Git("rm", "--quiet", "sub/removed.txt", "sub/became a folder");
        _repository.Write("sub/became a folder/file.txt", "in it");
        _repository.Write("sub/announced.txt", "announced");
        _repository.Write("outside.txt", "changed");
        _repository.Git("add", "sub/became a folder/file.txt", "outside.txt");
        _repository.Git("add", "--intent-to-add", "sub/announced.txt");
        _repository.Delete("sub/deleted on disk.txt");

        foreach (var folder in new[] { ".", "sub" })
        {
            using var alone = _repository.Open(folder);
            var expected = alone.Commit(old, default).Files.Select(Told).ToList();
            foreach (
                var source in new[]
                {
                    SnapshotSource.WorkingTree,
                    SnapshotSource.Index,
                    SnapshotSource.Commit("HEAD"),
                    SnapshotSource.Commit("side"),
                }
            )
            {
                using var repository = _repository.Open(folder);
                Assert.Equal(expected, repository.ChangeSince(old, source, default).Base.Files.Select(Told));
            }
        }
    }

    [Fact]
    public void Paths_of_the_merge_base_that_are_no_text_are_told()
    {
        SetUnnamable("100644", "kept-", "gone-");
        _repository.Git("commit", "--quiet", "--message", "names");
        var old = _repository.Git("rev-parse", "HEAD");
        SetUnnamable("0", "gone-");
        SetUnnamable("100644", "new-");

        using var repository = _repository.Open();
        var change = repository.ChangeSince(old, SnapshotSource.Index, default);

        Assert.Equal([@"gone-\xFF", @"kept-\xFF"], change.Base.Unnamable.Select(static path => path.DisplayPath));
        Assert.Equal([@"kept-\xFF", @"new-\xFF"], change.Head.Unnamable.Select(static path => path.DisplayPath));
    }

    // Mode 0 takes a path out of the index: https://git-scm.com/docs/git-update-index#_using_index_info
    private void SetUnnamable(string mode, params string[] names)
    {
        var blob = _repository.GitIn(_repository.Root, "x"u8.ToArray(), "hash-object", "-w", "--stdin");
        foreach (var name in names)
        {
            byte[] entry = [.. Encoding.ASCII.GetBytes($"{mode} {blob} 0\t{name}"), 0xFF, 0];
            _repository.GitIn(_repository.Root, entry, "update-index", "-z", "--index-info");
        }
    }

    private static string Told(SourceFile file) =>
        $"{file.Path} {file.Kind} {file.BlobId} {file.Length} {Encoding.UTF8.GetString(file.Read(default).Bytes.Span)}";
}
