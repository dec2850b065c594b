using System.Diagnostics.CodeAnalysis;
using Governance.Engine.Repository;

namespace Governance.Engine.Analysis;

/// <summary>
/// Keeps results of the map step between runs. A store is opened for one configuration
/// of rules and options and asked from many threads. A torn or foreign entry is a miss.
/// </summary>
public interface IFileResultStore
{
    /// <summary>Gives the result kept for this content, if there is one.</summary>
    bool TryGet(FileResultKey key, [NotNullWhen(true)] out FileResult? result);

    /// <summary>Keeps a result.</summary>
    void Put(FileResultKey key, FileResult result);
}

/// <summary>What a file's result depends on, beside the configuration.</summary>
/// <param name="BlobId">Git's object id of the content, lowercase hexadecimal.</param>
/// <param name="Length">
/// The content's length in bytes: a working-tree file that a filter changed (line ends, LFS) shares its blob id with
/// the stored form, but not its length.
/// </param>
/// <param name="Class">The file's class.</param>
/// <param name="Dialect">The number of the policy's dialect that the file is held against; 0 for none.</param>
public readonly record struct FileResultKey(string BlobId, long Length, FileClass Class, int Dialect = 0);
