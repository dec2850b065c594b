using Governance.Engine.Repository;

namespace Governance.Engine.Tests.Repository;

/// <summary>Paths mean the same on every system: <c>/</c> separates, case counts, and nothing resolves out of the root.</summary>
public sealed class RepositoryPathTests
{
    [Theory]
    [InlineData("pipelines", "../code/train", "code/train")]
    [InlineData("pipelines", @"..\code\train", "code/train")]
    [InlineData("pipelines", "./env.yml", "pipelines/env.yml")]
    [InlineData("pipelines", "..", "")]
    [InlineData("", "code//train/", "code/train")]
    [InlineData("pipelines", "../../outside", null)]
    [InlineData("pipelines", @"..\..\outside", null)]
    [InlineData("", "/etc/passwd", null)]
    [InlineData("", @"\\server\share", null)]
    [InlineData("", @"C:\Users\ana", null)]
    [InlineData("", "azureml:environment@latest", null)]
    [InlineData("", "https://example.org/x", null)]
    public void References_resolve_inside_the_root_or_not_at_all(string folder, string reference, string? expected) =>
        Assert.Equal(expected, RepositoryPath.Resolve(folder, reference));

    [Theory]
    [InlineData("code/train.py", "code", true)]
    [InlineData("code", "code", false)]
    [InlineData("codex/train.py", "code", false)]
    [InlineData("Code/train.py", "code", false)]
    [InlineData("anything", "", true)]
    public void Below_means_a_whole_segment_in_the_same_case(string path, string folder, bool expected) =>
        Assert.Equal(expected, RepositoryPath.IsBelow(path, folder));

    [Theory]
    [InlineData("a/b/c.tar.gz", "c.tar.gz", "a/b", "a", ".gz", "c.tar")]
    [InlineData("README.MD", "README.MD", "", "README.MD", ".md", "README")]
    [InlineData(".gitignore", ".gitignore", "", ".gitignore", "", ".gitignore")]
    [InlineData("a.b/LICENSE", "LICENSE", "a.b", "a.b", "", "LICENSE")]
    public void Parts_of_a_path(string path, string name, string parent, string top, string extension, string stem)
    {
        Assert.Equal(name, RepositoryPath.Name(path));
        Assert.Equal(parent, RepositoryPath.Parent(path));
        Assert.Equal(top, RepositoryPath.Top(path));
        Assert.Equal(extension, RepositoryPath.Extension(path));
        Assert.Equal(stem, RepositoryPath.Stem(path));
    }

    [Fact]
    public void Folders_are_listed_once_and_in_order() =>
        Assert.Equal<string>(["a", "a/b", "c"], RepositoryPath.DirectoriesOf(["a/b/x", "a/y", "c/z", "top", "a/b/w"]));
}
