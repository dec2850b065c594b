using System.Collections.Immutable;
using Governance.Engine.Rules.Checks.Notebooks;

namespace Governance.Engine.Tests.Notebooks;

public sealed class MachinePathsTests
{
    [Theory]
    [InlineData(@"C:\Users\ana\env")]
    [InlineData("d:/work/churn.ipynb")]
    [InlineData("file:///C:/work/churn.ipynb")]
    [InlineData("/home/ana/miniconda3")]
    [InlineData("file:///home/ana/churn.ipynb")]
    [InlineData("/Users/ana/churn.ipynb")]
    [InlineData("/mnt/c/Users/ana/churn.ipynb")]
    [InlineData("/mnt/batch/tasks/shared/LS_root/mounts/clusters/ana1/code/Users/ana")]
    public void Is_a_path_of_one_machine(string value) => Assert.True(IsOne(value));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("C:")]
    [InlineData("c://x")]
    [InlineData("https://example.org/home/ana/x")]
    [InlineData("notebooks/ana/churn.ipynb")]
    [InlineData("../home/ana/x")]
    [InlineData("/opt/conda/bin/python")]
    [InlineData("/anaconda/envs/azureml_py310/bin/python")]
    [InlineData("/databricks/python/bin/python")]
    [InlineData("/home/jovyan/work")]
    [InlineData("/home/")]
    [InlineData("/home//x")]
    [InlineData("/homes/ana/x")]
    [InlineData("/Users/ana@example.org/churn")]
    [InlineData("text/x-python")]
    public void Is_not(string value) => Assert.False(IsOne(value));

    private static bool IsOne(string value) => MachinePaths.IsOne(value, ImmutableArray.Create("jovyan"));
}
