using System;
using System.IO;
using System.Linq;
using System.Threading;
using Governance.Engine.Repository;
using Governance.Repositories.Tests.Support;

namespace Governance.Repositories.Tests;

public sealed class WorkingTreeTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Holds_tracked_and_untracked_files_without_ignored_and_deleted_ones()
    {
        _repository.Write("tracked.txt", "one");
        _repository.Write("gone.txt", "two");
        _repository.Write(".gitignore", "*.log\nout/\n");
        _repository.Commit();
        _repository.Delete("gone.txt");
        _repository.Write("code/new.py", "three");
        _repository.Write("a.log", "noise");
        _repository.Write("out/b.txt", "noise");

        var snapshot = _repository.WorkingTree();

        Assert.Equal([".gitignore", "code/new.py", "tracked.txt"], snapshot.Paths());
        Assert.Equal("three", snapshot.Text("code/new.py"));
        Assert.Empty(snapshot.Unnamable);
    }

    [Fact]
    public void Names_the_blob_of_an_unchanged_file_and_of_no_other()
    {
        _repository.Write("same.txt", "same");
        _repository.Write("changed.txt", "before");
        _repository.Write("touched.txt", "touched");
        _repository.Commit();
        _repository.Write("changed.txt", "after!");
        File.SetLastWriteTimeUtc(_repository.At("touched.txt"), DateTime.UtcNow.AddMinutes(1));
        _repository.Write("staged.txt", "staged");
        _repository.Git("add", "staged.txt");
        _repository.Write("new.txt", "new");

        var snapshot = _repository.WorkingTree();

        Assert.Equal(_repository.Git("rev-parse", "HEAD:same.txt"), snapshot.At("same.txt").BlobId);
        Assert.Equal(_repository.Git("rev-parse", "HEAD:touched.txt"), snapshot.At("touched.txt").BlobId);
        Assert.Equal(_repository.Git("rev-parse", ":staged.txt"), snapshot.At("staged.txt").BlobId);
        Assert.Null(snapshot.At("changed.txt").BlobId);
        Assert.Null(snapshot.At("new.txt").BlobId);
        Assert.Equal("after!", snapshot.Text("changed.txt"));
        Assert.Equal(
            [7L, 4, 6, 6, 3],
            new[] { "touched", "same", "changed", "staged", "new" }.Select(name =>
                snapshot.At(name + ".txt").Length!.Value
            )
        );
    }

    [Fact]
    public void Gives_the_length_on_disk_where_a_filter_changed_the_content()
    {
        _repository.Write(".gitattributes", "*.txt text eol=crlf\n");
        _repository.Write("lines.txt", "a\nb\n");
        _repository.Commit();
        _repository.Delete("lines.txt");
        _repository.Git("checkout", "--", "lines.txt");

        var file = _repository.WorkingTree().At("lines.txt");

        Assert.Equal(_repository.Git("rev-parse", "HEAD:lines.txt"), file.BlobId);
        Assert.Equal(6, file.Length);
        Assert.Equal(6, file.Read(CancellationToken.None).Bytes.Length);
    }

    [Fact]
    public void Reads_a_file_that_git_was_told_to_assume_unchanged()
    {
        _repository.Write("a.txt", "one");
        _repository.Commit();
        _repository.Git("update-index", "--assume-unchanged", "a.txt");
        _repository.Write("a.txt", "other");

        var snapshot = _repository.WorkingTree();

        Assert.Null(snapshot.At("a.txt").BlobId);
        Assert.Equal("other", snapshot.Text("a.txt"));
    }

    [Fact]
    public void Works_before_the_first_commit()
    {
        _repository.Write("a.txt", "a");
        _repository.Git("add", "a.txt");
        _repository.Write("b.txt", "b");

        var snapshot = _repository.WorkingTree();

        Assert.Equal(["a.txt", "b.txt"], snapshot.Paths());
        Assert.Null(snapshot.Origin.Revision);
    }

    [Fact]
    public void Holds_one_file_for_each_conflict_of_a_merge()
    {
        _repository.Write("a.txt", "base\n");
        _repository.Commit();
        _repository.Git("checkout", "--quiet", "-b", "side");
        _repository.Write("a.txt", "theirs\n");
        _repository.Commit();
        _repository.Git("checkout", "--quiet", "main");
        _repository.Write("a.txt", "ours\n");
        _repository.Commit();
        Assert.ThrowsAny<Exception>(() => _repository.Git("merge", "side"));

        using var repository = _repository.Open();
        var tree = repository.WorkingTree(CancellationToken.None);
        var index = repository.Index(CancellationToken.None);

        Assert.Equal(["a.txt"], tree.Paths());
        Assert.Null(tree.At("a.txt").BlobId);
        Assert.Contains("<<<<<<<", tree.Text("a.txt"), StringComparison.Ordinal);
        Assert.Equal(["a.txt"], index.Paths());
        Assert.Equal("ours\n", index.Text("a.txt"));
    }

    [Fact]
    public void Reads_what_a_sparse_checkout_left_out_by_its_blob()
    {
        _repository.Write("code/a.py", "a");
        _repository.Write("docs/b.md", "bb");
        _repository.Commit();
        _repository.Git("sparse-checkout", "set", "code");
        Assert.False(File.Exists(_repository.At("docs/b.md")));

        using var repository = _repository.Open();
        var snapshot = repository.WorkingTree(CancellationToken.None);

        Assert.Equal(["code/a.py", "docs/b.md"], snapshot.Paths());
        Assert.Equal("bb", snapshot.Text("docs/b.md"));
        Assert.Equal(2, snapshot.At("docs/b.md").Length);
    }

    [Fact]
    public void Enters_neither_submodules_nor_repositories_inside()
    {
        _repository.Write("a.txt", "a");
        var commit = _repository.Commit();
        _repository.GitIn(_repository.Root, null, "clone", "--quiet", _repository.Root, "module");
        _repository.Git("add", "module");
        _repository.GitIn(_repository.Root, null, "clone", "--quiet", _repository.Root, "untracked");

        var snapshot = _repository.WorkingTree();

        Assert.Equal(["a.txt", "module"], snapshot.Paths());
        Assert.Equal(EntryKind.Submodule, snapshot.At("module").Kind);
        Assert.Equal(commit, snapshot.At("module").BlobId);
        Assert.Equal("it is a submodule, which is another repository", snapshot.Reason("module"));
    }

    [Fact]
    public void Says_when_a_file_is_too_large_to_be_read()
    {
        var path = _repository.Write("model.bin", "");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(300L * 1024 * 1024);
        }

        Assert.Equal("it is larger than 64 MB (300 MB)", _repository.WorkingTree().Reason("model.bin"));
    }

    [Fact]
    public void Says_when_a_file_went_away_or_changed_after_it_was_listed()
    {
        _repository.Write("gone.txt", "gone");
        _repository.Write("grown.txt", "grown");
        _repository.Write("folder.txt", "folder");
        var snapshot = _repository.WorkingTree();
        _repository.Delete("gone.txt");
        _repository.Write("grown.txt", "grown larger");
        _repository.Delete("folder.txt");
        Directory.CreateDirectory(_repository.At("folder.txt"));

        Assert.Equal("it was deleted while it was being read", snapshot.Reason("gone.txt"));
        Assert.Equal("it changed while it was being read", snapshot.Reason("grown.txt"));
        Assert.Equal("access was denied", snapshot.Reason("folder.txt"));
    }

    [Fact]
    public void Fifty_levels_of_folders_are_fine()
    {
        var deep = string.Concat(Enumerable.Range(0, 50).Select(static level => $"f{level}/")) + "a.txt";
        _repository.Write(deep, "deep");

        Assert.Equal("deep", _repository.WorkingTree().Text(deep));
    }

    [Fact]
    public void A_root_that_git_ignores_is_a_plain_folder()
    {
        _repository.Write(".gitignore", "out/\n");
        _repository.Write("out/a.txt", "a");

        using var repository = _repository.Open("out");
        var snapshot = repository.WorkingTree(CancellationToken.None);

        Assert.Equal(["a.txt"], snapshot.Paths());
        Assert.Contains("git ignores", repository.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_listing_ends_in_a_cancellation()
    {
        using var repository = _repository.Open();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            repository.WorkingTree(new CancellationToken(canceled: true))
        );
    }
}
