using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>Which forge hosts the repository: what the policy says, else the remote, else what stands at the root.</summary>
internal static class HostingForge
{
    private const string GitHubFolder = ".github";

    /// <summary>The forge, or unknown where nothing tells.</summary>
    public static Forge Of(RepositoryCheckContext context) =>
        (context.Policy.Forge, context.Repository.Origin.Forge) switch
        {
            (Forge.Unknown, Forge.Unknown) => InferredFrom(context.Repository),
            (Forge.Unknown, var remote) => remote,
            (var named, _) => named,
        };

    // GitHub runs pipelines of Azure DevOps as well, so that those tell something only where nothing speaks for GitHub.
    private static Forge InferredFrom(RepositoryView repository) =>
        repository.IsDirectory(GitHubFolder) ? Forge.GitHub
        : repository.IsDirectory(".ado") ? Forge.AzureDevOps
        : repository.Exists(CodeOwnersFile.Name) ? Forge.GitHub
        : repository.IsDirectory(".azuredevops")
        || repository.IsDirectory(".pipelines")
        || repository.TopLevel.Any(static entry => entry.Name is "azure-pipelines.yml" or "azure-pipelines.yaml")
            ? Forge.AzureDevOps
        : Forge.Unknown;
}
