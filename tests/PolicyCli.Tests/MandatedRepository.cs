namespace Governance.PolicyCli.Tests;

/// <summary>Repositories to begin a test with.</summary>
internal static class MandatedRepository
{
    public const string EmptyNotebook = "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}\n";

    /// <summary>One that complies.</summary>
    public static TemporaryRepository Create()
    {
        var repository = new TemporaryRepository();
        repository
            .Write("README.md", "# A project\n")
            .Write(".cloud/compute.yml", "name: cpu\ntype: amlcompute\n")
            .Write(".github/CODEOWNERS", "* @example/platform\n/notebooks/ana/ @ana\n")
            .Write("code/train/train.py", "print('train')\n")
            .Write("code/train/requirements.txt", "pandas\n")
            .Write("docs/index.md", "# Docs\n")
            .Write("pipelines/train.yml", "# to come\n")
            .Write("tests/test_train.py", "def test_train():\n    assert True\n")
            .Write("notebooks/ana/explore.ipynb", EmptyNotebook);
        repository.Commit("a repository that complies");
        return repository;
    }
}
