using Governance.Engine.Repository;

namespace Governance.Engine.Tests.Repository;

public sealed class PathClassifierTests
{
    [Theory]
    [InlineData(".github/workflows/ci.yml", FileClass.GitHubWorkflow)]
    [InlineData(".github/workflows/ci.YAML", FileClass.GitHubWorkflow)]
    [InlineData(".github/workflows/nested/ci.yml", FileClass.Yaml)]
    [InlineData("templates/.github/workflows/ci.yml", FileClass.Yaml)]
    [InlineData(".github/actions/build/action.yml", FileClass.GitHubAction)]
    [InlineData("action.yaml", FileClass.GitHubAction)]
    [InlineData("reaction.yml", FileClass.Yaml)]
    [InlineData(".github/dependabot.yml", FileClass.Dependabot)]
    [InlineData("dependabot.yml", FileClass.Yaml)]
    [InlineData("governance.yml", FileClass.Policy)]
    [InlineData("ml/governance.yml", FileClass.Yaml)]
    public void YamlThatItsPathTellsHasAClassOfItsOwn(string path, FileClass expected) =>
        Assert.Equal(expected, PathClassifier.Classify(path));
}
