using System.IO;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Repositories.Tests.Support;

namespace Governance.Repositories.Tests;

/// <summary>Where a repository keeps its store.</summary>
public sealed class RepositoryStoreTests
{
    private static readonly FileResultKey Key = new("0123456789abcdef0123456789abcdef01234567", 10, FileClass.Yaml);

    [Fact]
    public void A_repository_keeps_its_store_in_the_gitfolder_that_its_work_trees_share()
    {
        using var test = new TestRepository();
        test.Commit();
        test.Git("worktree", "add", "--quiet", test.Beside("linked"));
        using (var repository = test.Open())
        {
            repository.OpenStore("configuration").Put(Key, FileResult.Empty);
        }

        using var linked = test.Open(null, test.Beside("linked"));
        Assert.True(linked.OpenStore("configuration").TryGet(Key, out _));
        Assert.True(Directory.Exists(test.At(".git/governance-cache")));
        Assert.Equal("", test.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_plainfolder_keeps_nothing()
    {
        using var folder = new TemporaryFolder();
        using var repository = GovernedRepository.Open(
            folder.Path,
            folder.Path,
            TestRepository.IsolatedEnvironment(folder.Path),
            default
        );
        var store = repository.OpenStore("configuration");

        store.Put(Key, FileResult.Empty);

        Assert.False(store.TryGet(Key, out _));
    }
}
