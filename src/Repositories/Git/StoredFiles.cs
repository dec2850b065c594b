using System.Collections.Generic;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>Makes entries whose content is read out of the object store.</summary>
/// <param name="reader">Reads the store.</param>
/// <param name="sizes">The sizes of the objects that are here.</param>
internal sealed class StoredFiles(BlobReader reader, IReadOnlyDictionary<string, long> sizes)
{
    /// <summary>The file of an entry.</summary>
    public SourceFile Make(TreeEntry entry)
    {
        var (path, kind, id, _) = entry;
        if (kind == EntryKind.Submodule)
        {
            return Submodules.Make(path, id);
        }

        return sizes.TryGetValue(id, out var size)
            ? new SourceFile(path, kind, cancellation => reader.Read(id, size, cancellation), id, size)
            : new SourceFile(path, kind, static _ => BlobReader.NotHere, id);
    }
}
