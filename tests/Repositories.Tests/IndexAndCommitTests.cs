using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Governance.Engine.Repository;
using Governance.Repositories.Tests.Support;

namespace Governance.Repositories.Tests;

public sealed class IndexAndCommitTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void The_index_holds_what_is_staged_whatever_is_on_disk()
    {
        _repository.Write("a.txt", "committed");
        _repository.Write("deleted.txt", "deleted");
        _repository.Commit();
        _repository.Write("a.txt", "staged");
        _repository.Git("add", "a.txt");
        _repository.Write("a.txt", "on disk only");
        _repository.Git("rm", "--quiet", "--cached", "deleted.txt");
        _repository.Write("untracked.txt", "untracked");
        _repository.Write("announced.txt", "announced");
        _repository.Git("add", "--intent-to-add", "announced.txt");

        using var repository = _repository.Open();
        var index = repository.Index(CancellationToken.None);

        Assert.Equal(["a.txt"], index.Paths());
        Assert.Equal("staged", index.Text("a.txt"));
        Assert.Equal(6, index.At("a.txt").Length);
        Assert.Equal(_repository.Git("rev-parse", ":a.txt"), index.At("a.txt").BlobId);
        Assert.Equal("on disk only", repository.WorkingTree(CancellationToken.None).Text("a.txt"));
        Assert.Equal("announced", repository.WorkingTree(CancellationToken.None).Text("announced.txt"));
    }

    [Fact]
    public void The_index_is_there_before_the_first_commit()
    {
        _repository.Write("a.txt", "a");
        _repository.Git("add", "a.txt");

        using var repository = _repository.Open();

        Assert.Equal("a", repository.Index(CancellationToken.None).Text("a.txt"));
    }

    [Fact]
    public void A_commit_is_read_without_a_checkout()
    {
        _repository.Write("a.txt", "first");
        _repository.Write("code/b.py", "b");
        var first = _repository.Commit();
        _repository.Git("tag", "v1");
        _repository.Write("a.txt", "second, and longer");
        _repository.Delete("code/b.py");
        _repository.Commit();

        using var repository = _repository.Open();
        var snapshot = repository.Commit("v1", CancellationToken.None);

        Assert.Equal(["a.txt", "code/b.py"], snapshot.Paths());
        Assert.Equal("first", snapshot.Text("a.txt"));
        Assert.Equal(5, snapshot.At("a.txt").Length);
        Assert.Equal(_repository.Git("rev-parse", "v1:a.txt"), snapshot.At("a.txt").BlobId);
        Assert.Equal(first, snapshot.Origin.Revision);
        Assert.Null(snapshot.Origin.Branch);
        Assert.Equal("refs/heads/main", repository.Commit("main", CancellationToken.None).Origin.Branch);
        Assert.Equal("refs/heads/main", repository.Commit("HEAD", CancellationToken.None).Origin.Branch);
    }

    [Fact]
    public void A_bare_repository_has_commits_and_nothing_else()
    {
        _repository.Write("a.txt", "a");
        _repository.Write("sub/governance.yml", "");
        _repository.Write("sub/b.txt", "b");
        _repository.Commit();
        var mirror = _repository.Beside("mirror.git");
        _repository.Git("clone", "--quiet", "--bare", _repository.Root, mirror);

        foreach (var opened in new[] { _repository.Open(mirror), _repository.Open(null, mirror) })
        {
            using var repository = opened;
            Assert.True(repository.IsBare);
            Assert.Equal(mirror, repository.RootPath);
            var snapshot = repository.Commit("main", CancellationToken.None);
            Assert.Equal(["a.txt"], snapshot.Paths());
            Assert.Equal("a", snapshot.Text("a.txt"));
            var error = Assert.Throws<RepositoryException>(() => repository.WorkingTree(CancellationToken.None));
            Assert.Contains("--commit", error.Message, StringComparison.Ordinal);
            Assert.Throws<RepositoryException>(() => repository.Index(CancellationToken.None));
            Assert.Empty(repository.UncommittedPaths(CancellationToken.None)!);
        }
    }

    [Fact]
    public void Many_threads_read_one_commit()
    {
        for (var index = 0; index < 200; index++)
        {
            _repository.Write($"f{index % 7}/{index}.txt", new string((char)('a' + (index % 26)), index * 50));
        }

        _repository.Commit();
        using var repository = _repository.Open();
        var snapshot = repository.Commit("HEAD", CancellationToken.None);

        Parallel.ForEach(
            snapshot.Files.Concat(snapshot.Files),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            file =>
            {
                var index = int.Parse(
                    RepositoryPath.Stem(file.Path),
                    System.Globalization.CultureInfo.InvariantCulture
                );
                Assert.Equal(new string((char)('a' + (index % 26)), index * 50), snapshot.Text(file.Path));
            }
        );
    }

    [Fact]
    public void A_blob_over_the_limit_is_not_read()
    {
        using (var file = File.OpenWrite(_repository.Write("big.bin", "")))
        {
            file.SetLength(65L * 1024 * 1024);
        }

        _repository.Commit();
        using var repository = _repository.Open();

        Assert.Equal(
            "it is larger than 64 MB (65 MB)",
            repository.Commit("HEAD", CancellationToken.None).Reason("big.bin")
        );
    }

    [Fact]
    public void A_blob_over_the_limit_can_be_read_piece_by_piece()
    {
        using (var file = File.OpenWrite(_repository.Write("big.csv", "a,b\n")))
        {
            file.SetLength(65L * 1024 * 1024);
        }

        _repository.Commit();
        using var repository = _repository.Open();
        var content = repository.Commit("HEAD", CancellationToken.None).At("big.csv").Read(CancellationToken.None);
        using var stream = content.Open!();
        var bytes = new byte[1024 * 1024];
        stream.ReadExactly(bytes.AsSpan(0, 4));
        Assert.Equal("a,b\n"u8.ToArray(), bytes[..4]);
        var length = 4L;
        for (var read = stream.Read(bytes); read > 0; read = stream.Read(bytes))
        {
            length += read;
        }

        Assert.Equal(65L * 1024 * 1024, length);
    }

    [Fact]
    public void A_lost_or_broken_object_costs_that_file_and_no_other()
    {
        _repository.Write("a.txt", "a");
        _repository.Write("lost.txt", "lost");
        _repository.Write("torn.txt", "torn");
        _repository.Commit();
        File.Delete(ObjectFile("HEAD:lost.txt"));
        var torn = ObjectFile("HEAD:torn.txt");
        File.SetAttributes(torn, FileAttributes.Normal);
        var bytes = File.ReadAllBytes(torn);
        using var repository = _repository.Open();
        var snapshot = repository.Commit("HEAD", CancellationToken.None);
        bytes.AsSpan(bytes.Length / 2).Clear();
        File.WriteAllBytes(torn, bytes);

        Assert.Contains("not in this clone", snapshot.Reason("lost.txt"), StringComparison.Ordinal);
        Assert.Null(snapshot.At("lost.txt").Length);
        Assert.NotNull(snapshot.Reason("torn.txt"));
        Assert.Equal("a", snapshot.Text("a.txt"));
    }

    [Fact]
    public void A_partial_clone_is_read_as_far_as_it_goes_and_fetches_nothing()
    {
        _repository.Git("config", "uploadpack.allowFilter", "true");
        _repository.Write("a.txt", "a");
        _repository.Write("big.bin", new string('x', 5000));
        _repository.Commit();
        var clone = _repository.Beside("partial");
        _repository.Git(
            "clone",
            "--quiet",
            "--no-checkout",
            "--filter=blob:limit=1k",
            "file://" + _repository.Root,
            clone
        );
        _repository.GitIn(clone, null, "reset", "--quiet", "--mixed");

        using var repository = _repository.Open(clone);
        foreach (var source in new[] { SnapshotSource.Commit("HEAD"), SnapshotSource.Index })
        {
            var snapshot = repository.Snapshot(source, CancellationToken.None);
            Assert.Equal(["a.txt", "big.bin"], snapshot.Paths());
            Assert.Equal("a", snapshot.Text("a.txt"));
            Assert.Contains("not in this clone", snapshot.Reason("big.bin"), StringComparison.Ordinal);
        }

        Assert.Contains(
            "?",
            _repository.GitIn(clone, null, "rev-list", "--objects", "--missing=print", "HEAD"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_repository_with_longer_ids_is_read_alike()
    {
        using var other = new TestRepository("--object-format=sha256");
        other.Write("a.txt", "a");
        other.Commit();

        using var repository = other.Open();

        Assert.Equal(64, repository.WorkingTree(CancellationToken.None).At("a.txt").BlobId!.Length);
        Assert.Equal("a", repository.Commit("HEAD", CancellationToken.None).Text("a.txt"));
        Assert.Equal("a", repository.Index(CancellationToken.None).Text("a.txt"));
    }

    private string ObjectFile(string revision)
    {
        var id = _repository.Git("rev-parse", revision);
        return _repository.At($".git/objects/{id[..2]}/{id[2..]}");
    }
}
