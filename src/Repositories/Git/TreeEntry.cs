using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>One path that git tracks.</summary>
/// <param name="Path">Relative to the folder that was listed.</param>
/// <param name="Kind">What is tracked there.</param>
/// <param name="ObjectId">The object's id.</param>
/// <param name="Size">A size in bytes, where it is known; of what, the listing says.</param>
internal record TreeEntry(string Path, EntryKind Kind, string ObjectId, long? Size);
