using System.Collections.Generic;
using Governance.Engine.Repository;

namespace Governance.Repositories;

/// <summary>A state of a repository beside the one it grew out of.</summary>
/// <param name="Head">The state with the change.</param>
/// <param name="Base">
/// The merge base. A file that the change leaves alone is the very file of <paramref name="Head"/>: as it is on disk, where
/// that is the head, with the line ends of the checkout.
/// </param>
/// <param name="Renames">
/// What the change renamed, new path to old path, relative to the governed root, as <c>git diff -M</c> sees it: of the
/// working tree, tracked files only; in a partial clone only files that were not changed as well.
/// </param>
public sealed record Change(
    RepositorySnapshot Head,
    RepositorySnapshot Base,
    IReadOnlyDictionary<string, string> Renames
);
