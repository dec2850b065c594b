using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Governance.Engine.Analysis;

/// <summary>
/// Shares file results between the snapshots of one run: the base and the head of a change have nearly all content in
/// common, and none of it is analysed twice, whether or not results are kept between runs.
/// </summary>
internal sealed class SharedResults
{
    private readonly ConcurrentDictionary<string, IFileResultStore> _stores = new(StringComparer.Ordinal);
    private readonly Func<string, IFileResultStore>? _open;

    /// <summary>Shares results, and keeps them in the stores that <paramref name="open"/> gives; null keeps none.</summary>
    public SharedResults(Func<string, IFileResultStore>? open) => _open = open;

    /// <summary>The run's store for a configuration; the same one each time.</summary>
    public IFileResultStore Open(string configurationKey) =>
        _stores.GetOrAdd(configurationKey, key => new Store(_open?.Invoke(key)));

    private sealed class Store : IFileResultStore
    {
        private readonly ConcurrentDictionary<FileResultKey, FileResult> _results = new();
        private readonly IFileResultStore? _kept;

        public Store(IFileResultStore? kept) => _kept = kept;

        public bool TryGet(FileResultKey key, [NotNullWhen(true)] out FileResult? result)
        {
            if (_results.TryGetValue(key, out result))
            {
                return true;
            }

            if (_kept is null || !_kept.TryGet(key, out result))
            {
                return false;
            }

            _results[key] = result;
            return true;
        }

        public void Put(FileResultKey key, FileResult result)
        {
            _results[key] = result;
            _kept?.Put(key, result);
        }
    }
}
