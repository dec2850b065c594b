namespace Governance.Engine.Facts;

/// <summary>The kinds of <see cref="Fact"/>. The numbers are kept in caches: append, never reorder.</summary>
public enum FactKind
{
    /// <summary>The file is a GitHub Actions workflow; the value is its name.</summary>
    GitHubWorkflow = 0,

    /// <summary>The file is of Azure Pipelines; the value is <c>pipeline</c> or <c>template</c>.</summary>
    AzurePipeline = 1,

    /// <summary>Declares an Azure ML pipeline job, in YAML or in Python; the value is its name, display name or function.</summary>
    AzureMLPipeline = 2,

    /// <summary>Declares an Azure ML component; the value is its type.</summary>
    AzureMLComponent = 3,

    /// <summary>Declares an Azure ML job or step that runs code by itself; the value is its type.</summary>
    AzureMLJob = 4,

    /// <summary>Declares an Azure ML environment; the value is its name.</summary>
    AzureMLEnvironment = 5,

    /// <summary>
    /// Declares a resource of the Azure ML workspace: compute, datastore, data asset, model, endpoint, deployment,
    /// workspace. The value is its type.
    /// </summary>
    AzureMLResource = 6,

    /// <summary>Refers to a folder or file of code.</summary>
    CodeReference = 7,

    /// <summary>
    /// Refers to an environment, by name or by file, or defines one in place: the value is then its Conda file, build
    /// folder or image, or <c>inline</c>.
    /// </summary>
    EnvironmentReference = 8,

    /// <summary>Refers to a component, by name or by file.</summary>
    ComponentReference = 9,

    /// <summary>The file is a Databricks notebook saved as source.</summary>
    DatabricksNotebook = 10,

    /// <summary>The file holds unit or integration tests; the value is the first one's name.</summary>
    TestCode = 11,

    /// <summary>A user or team that CODEOWNERS names; the value is as written (<c>@ana</c>).</summary>
    CodeOwner = 12,

    /// <summary>The file is a Conda environment or lists packages to install; the value is its name.</summary>
    DependencyList = 13,
}
