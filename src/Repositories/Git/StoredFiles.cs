using System;
using System.Collections.Generic;
using System.Threading;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>Makes entries whose content is read out of the object store.</summary>
/// <param name="reader">Reads the store.</param>
/// <param name="sizes">The sizes of the objects that are here.</param>
internal sealed class StoredFiles(BlobReader reader, IReadOnlyDictionary<string, long> sizes)
{
    /// <summary>Asks for the sizes of what the entries hold. Of what is missing in a partial clone, git would fetch them.</summary>
    /// <param name="reader">Reads the store.</param>
    /// <param name="git">Git.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="missing">Ids of objects that are not here.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static StoredFiles Of(
        BlobReader reader,
        GitCommand git,
        IEnumerable<TreeEntry> entries,
        HashSet<string> missing,
        CancellationToken cancellationToken
    )
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            // The id of a submodule is a commit of another repository.
            if (entry.Kind != EntryKind.Submodule && !missing.Contains(entry.ObjectId))
            {
                wanted.Add(entry.ObjectId);
            }
        }

        return new StoredFiles(reader, ObjectSizes.Of(git, wanted, cancellationToken));
    }

    /// <summary>The file of an entry.</summary>
    public SourceFile Make(TreeEntry entry) => Make(entry.Path, entry.Kind, entry.ObjectId);

    private SourceFile Make(string path, EntryKind kind, string id)
    {
        if (kind == EntryKind.Submodule)
        {
            return Submodules.Make(path, id);
        }

        return sizes.TryGetValue(id, out var size)
            ? new SourceFile(path, kind, cancellation => reader.Read(id, size, cancellation), id, size)
            : new SourceFile(path, kind, static _ => BlobReader.NotHere, id);
    }
}
