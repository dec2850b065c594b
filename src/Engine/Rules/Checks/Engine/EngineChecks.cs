using System.Collections.Immutable;

namespace Governance.Engine.Rules.Checks.Engine;

/// <summary>The checks of the area, in the order of their ids.</summary>
internal static class EngineChecks
{
    public static ImmutableArray<Check> All { get; } = ImmutableArray.Create<Check>(new UnreadableFile());
}
