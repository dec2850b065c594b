namespace Governance.Engine.Policy;

/// <summary>What a repository is for, which decides what rules apply to it.</summary>
public enum RepositoryKind
{
    /// <summary>A data science project: everything applies.</summary>
    Project,

    /// <summary>A template that projects are made from.</summary>
    Template,

    /// <summary>A library that projects use.</summary>
    Library,

    /// <summary>A service that is not a machine-learning project.</summary>
    Service,
}
