using System.Collections.Immutable;

namespace Governance.Engine.Rules.Checks.Pipelines;

/// <summary>The checks of the area, in the order of their ids.</summary>
internal static class PipelinesChecks
{
    public static ImmutableArray<Check> All { get; } = ImmutableArray<Check>.Empty;
}
