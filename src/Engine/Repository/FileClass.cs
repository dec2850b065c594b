namespace Governance.Engine.Repository;

/// <summary>
/// What a path says about a file's content. File checks and fact readers name the classes they apply to, and see
/// nothing else of the path, so that their results can be kept by content alone.
/// </summary>
public enum FileClass
{
    /// <summary>Text of no special kind, or a file nothing is known about.</summary>
    Other,

    /// <summary>A Jupyter notebook, <c>.ipynb</c>.</summary>
    Notebook,

    /// <summary>YAML of no kind that its path tells: not the policy, and none of the following.</summary>
    Yaml,

    /// <summary>A GitHub Actions workflow: YAML directly in <c>.github/workflows</c>, where GitHub looks for it.</summary>
    GitHubWorkflow,

    /// <summary>By its name the metadata of a GitHub action, <c>action.yml</c>.</summary>
    GitHubAction,

    /// <summary>The configuration of Dependabot where GitHub looks for it.</summary>
    Dependabot,

    /// <summary>JSON that is not a notebook.</summary>
    Json,

    /// <summary>Python source, <c>.py</c>.</summary>
    Python,

    /// <summary>Source of another language that Databricks saves notebooks in: R, Scala, SQL.</summary>
    OtherSource,

    /// <summary>C# source.</summary>
    CSharp,

    /// <summary>Bicep.</summary>
    Bicep,

    /// <summary>Terraform, <c>.tf</c> and <c>.tfvars</c>.</summary>
    Terraform,

    /// <summary>A script of sh, bash or zsh.</summary>
    Shell,

    /// <summary>A script of PowerShell.</summary>
    PowerShell,

    /// <summary>A recipe for a container image, <c>Dockerfile</c> or <c>Containerfile</c>, whose <c>RUN</c> is of sh.</summary>
    Dockerfile,

    /// <summary>A <c>Makefile</c>, whose recipes are of sh.</summary>
    Makefile,

    /// <summary>Markdown or reStructuredText.</summary>
    Documentation,

    /// <summary>What a package manager has written down about what it resolved, full of hashes.</summary>
    LockFile,

    /// <summary>A CODEOWNERS file where GitHub looks for it.</summary>
    CodeOwners,

    /// <summary>The governed root's own <c>governance.yml</c>.</summary>
    Policy,

    /// <summary>A file whose extension says that it holds no text (images, archives, models, office documents).</summary>
    Binary,
}
