using System.Collections.Immutable;

namespace Governance.Engine.Policy;

/// <summary>How production is told from everything else: <c>environments.production</c> of governance.yml.</summary>
public sealed record ProductionSettings
{
    /// <summary>Production as the built-in profile guesses it, by name only.</summary>
    public static ProductionSettings Default { get; } =
        new() { Names = ImmutableArray.Create("prod", "production", "prd", "live") };

    /// <summary>Names of environments, and words in names of resources.</summary>
    public ImmutableArray<string> Names { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Full names of branches that deploy to production.</summary>
    public ImmutableArray<string> Branches { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Globs of files that describe production.</summary>
    public ImmutableArray<string> Files { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Service connections that reach production.</summary>
    public ImmutableArray<string> ServiceConnections { get; init; } = ImmutableArray<string>.Empty;
}
