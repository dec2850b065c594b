namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>The roles of the mandated folders: the keys of <c>layout.folders</c> in governance.yml.</summary>
internal static class FolderRole
{
    public const string Cloud = "cloud";
    public const string Delivery = "delivery";
    public const string Code = "code";
    public const string Docs = "docs";
    public const string Pipelines = "pipelines";
    public const string Tests = "tests";
    public const string Notebooks = "notebooks";

    /// <summary>What belongs into the folder, as half a sentence; null for a role that only a policy knows.</summary>
    public static string? PurposeOf(string role) =>
        role switch
        {
            Cloud => "definitions of compute targets, jobs, registered models and endpoints",
            Delivery => "CI/CD pipelines and code owners",
            Code => "Python packages and the scripts of the pipeline's steps",
            Docs => "Markdown pages and images that describe the project",
            Pipelines => "Azure ML pipeline definitions",
            Tests => "unit and integration tests",
            Notebooks => "Jupyter notebooks, kept apart from the Python project",
            _ => null,
        };
}
