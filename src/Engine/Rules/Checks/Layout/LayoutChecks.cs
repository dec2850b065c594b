using System.Collections.Immutable;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>The checks of the area, in the order of their ids.</summary>
internal static class LayoutChecks
{
    public static ImmutableArray<Check> All { get; } = ImmutableArray<Check>.Empty;
}
