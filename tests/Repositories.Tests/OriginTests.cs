using Governance.Engine.Repository;
using Governance.Repositories.Git;
using Governance.Repositories.Tests.Support;

namespace Governance.Repositories.Tests;

public sealed class OriginTests
{
    [Theory]
    [InlineData(
        "https://github.com/Azure/mlops-v2.git",
        "https://github.com/Azure/mlops-v2.git",
        "mlops-v2",
        Forge.GitHub
    )]
    [InlineData("https://ana:secret@github.com/o/r", "https://github.com/o/r", "r", Forge.GitHub)]
    [InlineData("https://secret@GitHub.com/o/r.git/", "https://GitHub.com/o/r.git/", "r", Forge.GitHub)]
    [InlineData("https://ana:se/cr@et@github.com/o/r", "https://github.com/o/r", "r", Forge.GitHub)]
    [InlineData("https://github.com/o/r?token=secret#secret", "https://github.com/o/r", "r", Forge.GitHub)]
    [InlineData("git@github.com:o/r.git", "ssh://github.com/o/r.git", "r", Forge.GitHub)]
    [InlineData("ssh://git@ssh.github.com:443/o/r.git", "ssh://ssh.github.com:443/o/r.git", "r", Forge.GitHub)]
    [InlineData("https://github.example.com/o/r", "https://github.example.com/o/r", "r", Forge.GitHub)]
    [InlineData("https://org.ghe.com/o/r", "https://org.ghe.com/o/r", "r", Forge.GitHub)]
    [InlineData(
        "https://org@dev.azure.com/org/proj/_git/my%20repo",
        "https://dev.azure.com/org/proj/_git/my%20repo",
        "my repo",
        Forge.AzureDevOps
    )]
    [InlineData(
        "git@ssh.dev.azure.com:v3/org/proj/repo",
        "ssh://ssh.dev.azure.com/v3/org/proj/repo",
        "repo",
        Forge.AzureDevOps
    )]
    [InlineData(
        "https://org.visualstudio.com/proj/_git/repo",
        "https://org.visualstudio.com/proj/_git/repo",
        "repo",
        Forge.AzureDevOps
    )]
    [InlineData(
        "https://tfs.example.com/tfs/coll/proj/_git/repo",
        "https://tfs.example.com/tfs/coll/proj/_git/repo",
        "repo",
        Forge.AzureDevOps
    )]
    [InlineData("https://gitlab.com/g/r.git", "https://gitlab.com/g/r.git", "r", Forge.Unknown)]
    [InlineData("https://notgithub.com/github.com/r", "https://notgithub.com/github.com/r", "r", Forge.Unknown)]
    [InlineData("https://[::1]:8443/g/r", "https://[::1]:8443/g/r", "r", Forge.Unknown)]
    [InlineData("/srv/git/r.git", "file:///srv/git/r.git", "r", Forge.Unknown)]
    [InlineData("../r/.git", "../r/.git", "r", Forge.Unknown)]
    [InlineData("host:", "ssh://host/", null, Forge.Unknown)]
    [InlineData("https://", "https://", null, Forge.Unknown)]
    [InlineData(":", "ssh:///", null, Forge.Unknown)]
    public void A_remote_is_shown_without_secrets(string url, string text, string? name, Forge forge) =>
        Assert.Equal(new RemoteUrl(text, name, forge), RemoteUrl.Parse(url));

    [Fact]
    public void A_snapshot_says_where_it_comes_from()
    {
        using var test = new TestRepository();
        var commit = test.Commit();
        test.Git("remote", "add", "fork", "https://github.com/ana/fork.git");

        Assert.Equal("fork", test.WorkingTree().Origin.Name);

        test.Git("remote", "add", "origin", "https://ana:secret@dev.azure.com/org/proj/_git/churn");
        var origin = test.WorkingTree().Origin;

        Assert.Equal("churn", origin.Name);
        Assert.Equal("https://dev.azure.com/org/proj/_git/churn", origin.RemoteUrl);
        Assert.Equal(Forge.AzureDevOps, origin.Forge);
        Assert.Equal(commit, origin.Revision);
        Assert.Equal("refs/heads/main", origin.Branch);

        test.Git("checkout", "--quiet", "--detach");
        Assert.Null(test.WorkingTree().Origin.Branch);
    }

    [Fact]
    public void Without_a_remote_the_folder_gives_the_name()
    {
        using var test = new TestRepository();
        test.Commit();
        test.Git("clone", "--quiet", "--bare", test.Root, test.Beside("mirror.git"));
        test.GitIn(test.Beside("mirror.git"), null, "remote", "remove", "origin");

        using var bare = test.Open(test.Beside("mirror.git"));

        Assert.Equal("work", test.WorkingTree().Origin.Name);
        Assert.Equal("mirror", bare.Commit("main", default).Origin.Name);
    }
}
