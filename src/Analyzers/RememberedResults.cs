using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Governance.Engine.Analysis;

namespace Governance.Analyzers;

/// <summary>What the map step knew of each file in the last run that came to its end. Runs come one after the other.</summary>
internal sealed class RememberedResults : IFileResultStore
{
    private readonly ConcurrentDictionary<FileResultKey, Entry> _entries = new();
    private string? _configuration;
    private int _run;

    /// <summary>Begins a run.</summary>
    public IFileResultStore Open(string configuration)
    {
        if (configuration != _configuration)
        {
            _entries.Clear();
            _configuration = configuration;
        }

        _run++;
        return this;
    }

    /// <inheritdoc/>
    public bool TryGet(FileResultKey key, [NotNullWhen(true)] out FileResult? result)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            entry.Run = _run;
            result = entry.Result;
            return true;
        }

        result = null;
        return false;
    }

    /// <inheritdoc/>
    public void Put(FileResultKey key, FileResult result) => _entries[key] = new Entry(result, _run);

    /// <summary>
    /// Ends a run: what it had no use for is forgotten. One that was cancelled is not ended, and what it learnt is there for the next.
    /// </summary>
    public void ForgetUnused()
    {
        foreach (var pair in _entries)
        {
            if (pair.Value.Run != _run)
            {
                _entries.TryRemove(pair.Key, out _);
            }
        }
    }

    private sealed class Entry(FileResult result, int run)
    {
        public FileResult Result { get; } = result;

        public int Run { get; set; } = run;
    }
}
