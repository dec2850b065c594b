using System.Collections.Generic;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>A snapshot, beside what git tracks of it.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Tracked">What is tracked, whatever stands on disk, without what is only announced.</param>
/// <param name="Unnamable">Tracked paths that are no text.</param>
internal sealed record GitSnapshot(
    RepositorySnapshot Snapshot,
    IReadOnlyList<TreeEntry> Tracked,
    IReadOnlyList<UnnamablePath> Unnamable
)
{
    /// <summary>Whether git ignores the governed root, which is then a plain folder.</summary>
    public bool IsIgnored { get; init; }
}
