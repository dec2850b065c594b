using System.Diagnostics.CodeAnalysis;
using Governance.Engine.Analysis;

namespace Governance.Repositories.Cache;

/// <summary>Keeps nothing: for folders without git, whose files have no ids.</summary>
internal sealed class NoStore : IFileResultStore
{
    /// <summary>The one there is.</summary>
    public static NoStore Instance { get; } = new();

    /// <inheritdoc/>
    public bool TryGet(FileResultKey key, [NotNullWhen(true)] out FileResult? result)
    {
        result = null;
        return false;
    }

    /// <inheritdoc/>
    public void Put(FileResultKey key, FileResult result)
    {
        // Nothing is kept, which is the point.
    }
}
