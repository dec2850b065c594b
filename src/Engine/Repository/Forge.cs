namespace Governance.Engine.Repository;

/// <summary>The service a repository is hosted on, as far as its remote tells.</summary>
public enum Forge
{
    /// <summary>No remote, or one that tells nothing.</summary>
    Unknown,

    /// <summary>GitHub or GitHub Enterprise.</summary>
    GitHub,

    /// <summary>Azure Repos of Azure DevOps Services or Server.</summary>
    AzureDevOps,
}
