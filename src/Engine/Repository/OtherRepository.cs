using System;
using System.Threading;

namespace Governance.Engine.Repository;

/// <summary>A repository that the host has beside the checked one, for what lies there and is named here.</summary>
/// <param name="Name">
/// Its name as pipelines name it: <c>project/repository</c>, <c>owner/repository</c>, or the last part alone. Case does not count.
/// </param>
/// <param name="Open">Gives what it holds at a reference (<c>refs/heads/main</c>); null asks for its default branch.</param>
public sealed record OtherRepository(string Name, Func<string?, CancellationToken, OtherRepositoryContent> Open)
{
    /// <summary>
    /// Whether a pipeline means this one by a name. A repository of the pipeline's own project is named without it, so that a name without a
    /// project fits one with any.
    /// </summary>
    public bool IsNamed(string name) =>
        name.IndexOf('/') < 0 || Name.IndexOf('/') < 0
            ? string.Equals(RepositoryPath.Name(name), RepositoryPath.Name(Name), StringComparison.OrdinalIgnoreCase)
            : string.Equals(name, Name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What another repository holds at a reference, or why that is not known.</summary>
/// <param name="Snapshot">Its files; null where they could not be had.</param>
/// <param name="UnavailableBecause">Why not, as half a sentence; null where they could.</param>
public sealed record OtherRepositoryContent(RepositorySnapshot? Snapshot, string? UnavailableBecause);
