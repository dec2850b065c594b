using System;
using System.Collections.Concurrent;
using System.Threading;
using Governance.Engine.Repository;
using Governance.Repositories.Disk;

namespace Governance.Repositories.Git;

/// <summary>Reads objects out of a repository's store, from any thread, through at most two git processes.</summary>
internal sealed class BlobReader(GitCommand git) : IDisposable
{
    private const int MostProcesses = 2;

    // A store that breaks git at every object would otherwise cost a process per file.
    private const int MostBreakdowns = 32;

    private readonly SemaphoreSlim _free = new(MostProcesses);
    private readonly ConcurrentBag<CatFile> _idle = [];
    private int _breakdowns;

    /// <summary>The content of an object that the store lacks.</summary>
    public static FileContent NotHere { get; } =
        FileContent.Unavailable("its content is not in this clone: fetch it, or clone without a filter");

    /// <summary>The object's content, or why it cannot be had.</summary>
    public FileContent Read(string id, long? length, CancellationToken cancellationToken)
    {
        if (length > ContentLimit.Bytes)
        {
            return ContentLimit.TooLarge(length.Value, () => BlobStream.Open(git, id));
        }

        _free.Wait(cancellationToken);
        try
        {
            if (Volatile.Read(ref _breakdowns) >= MostBreakdowns)
            {
                return FileContent.Unavailable("git failed on too many files before it");
            }

            return ReadThrough(_idle.TryTake(out var idle) ? idle : new CatFile(git), id, cancellationToken);
        }
        catch (RepositoryException exception)
        {
            return FileContent.Unavailable(exception.Message);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var process))
        {
            process.Dispose();
        }

        _free.Dispose();
    }

    private FileContent ReadThrough(CatFile process, string id, CancellationToken cancellationToken)
    {
        try
        {
            return process.Read(id, cancellationToken);
        }
        finally
        {
            if (process.IsBroken)
            {
                process.Dispose();
                Interlocked.Increment(ref _breakdowns);
            }
            else
            {
                _idle.Add(process);
            }
        }
    }
}
