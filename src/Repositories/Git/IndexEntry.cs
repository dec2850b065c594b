using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>One path of the index.</summary>
/// <param name="Path">Relative to the folder that was listed.</param>
/// <param name="Kind">What is tracked there.</param>
/// <param name="ObjectId">The object's id.</param>
/// <param name="Size">
/// The size in bytes of the file on disk when git last compared it with the object; null where git did not say, or where
/// the number may mean something else.
/// </param>
/// <param name="Trait">What is special about it.</param>
internal sealed record IndexEntry(string Path, EntryKind Kind, string ObjectId, long? Size, IndexTrait Trait)
    : TreeEntry(Path, Kind, ObjectId, Size);

/// <summary>What is special about a path of the index.</summary>
internal enum IndexTrait
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A merge stopped here: there are several versions, and the file on disk is none of them.</summary>
    Unmerged,

    /// <summary>Git was told not to look at the file on disk, so its object says nothing about it.</summary>
    AssumedUnchanged,

    /// <summary>A sparse checkout left the file out: it is tracked, and not on disk.</summary>
    SkipWorktree,

    /// <summary>Announced by <c>git add -N</c>: the content is not staged yet.</summary>
    IntentToAdd,
}
