using System.Collections.Immutable;

namespace Governance.Engine.Facts;

/// <summary>All fact readers.</summary>
internal static class FactReaders
{
    public static ImmutableArray<FactReader> All { get; } = ImmutableArray<FactReader>.Empty;
}
