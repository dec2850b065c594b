using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;

namespace Governance.Repositories.Cache;

/// <summary>
/// Results kept in one file per configuration. The file is read whole when the store is opened, and replaced whole when it
/// is disposed of and something was added: of two runs at once the later one wins, with what it found there taken in.
/// A cache that cannot be read or written costs time and nothing else, so that is no error.
/// </summary>
internal sealed class FileResultStore : IFileResultStore, IDisposable
{
    private const string Extension = ".results";
    private const string TemporaryExtension = ".tmp";
    private const int MostFiles = 4;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string _folder;
    private readonly string _path;
    private readonly string _configurationKey;
    private readonly CacheFile _kept;
    private readonly bool[] _used;
    private readonly ConcurrentDictionary<CacheKey, FileResult> _added = new();
    private bool _isDisposed;

    /// <summary>Opens the store for a configuration in a folder, which need not exist.</summary>
    public FileResultStore(string folder, string configurationKey)
    {
        _folder = folder;
        _path = Path.Combine(folder, NameFor(configurationKey) + Extension);
        _configurationKey = configurationKey;
        _kept = Load();
        _used = new bool[_kept.SlotCount];
    }

    /// <inheritdoc/>
    public bool TryGet(FileResultKey key, [NotNullWhen(true)] out FileResult? result)
    {
        result = null;
        if (!CacheKey.TryMake(key, out var made))
        {
            return false;
        }

        var slot = _kept.Find(made);
        if (slot >= 0 && _kept.TryRead(slot, out result) && result is not null)
        {
            _used[slot] = true;
            return true;
        }

        return _added.TryGetValue(made, out result);
    }

    /// <inheritdoc/>
    public void Put(FileResultKey key, FileResult result)
    {
        if (CacheKey.TryMake(key, out var made))
        {
            _added[made] = result;
        }
    }

    /// <summary>Writes the file if something was added.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            if (!_added.IsEmpty)
            {
                Write();
                RemoveOld();
            }
            else if (_kept.SlotCount > 0 && DateTime.UtcNow - File.GetLastWriteTimeUtc(_path) > Fresh)
            {
                // The oldest files are removed; one that is in use is not old.
                File.SetLastWriteTimeUtc(_path, DateTime.UtcNow);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk, or a second run that was faster: the next run does the work again.
        }
    }

    // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: only the name; the file holds the key itself.
    private static string NameFor(string configurationKey)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in Encoding.UTF8.GetBytes(configurationKey))
        {
            hash = unchecked((hash ^ value) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private CacheFile Load()
    {
        try
        {
            var file = new FileInfo(_path);
            return file.Exists && file.Length <= CacheFile.MostBytes
                ? CacheFile.Parse(File.ReadAllBytes(_path), _configurationKey)
                : CacheFile.Empty;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return CacheFile.Empty;
        }
    }

    private void Write()
    {
        Directory.CreateDirectory(_folder);
        var bytes = CacheFile.Build(_configurationKey, WorthKeeping());
        var temporary = Path.Combine(_folder, Path.GetRandomFileName() + TemporaryExtension);
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, _path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>What the file should hold, the most useful first: what this run found or used, then all else.</summary>
    private IEnumerable<(CacheKey Key, ReadOnlyMemory<byte> Result)> WorthKeeping()
    {
        var added = _added.Select(static pair => (pair.Key, (ReadOnlyMemory<byte>)FileResultCodec.Encode(pair.Value)));
        var slots = Enumerable.Range(0, _kept.SlotCount);
        var used = slots.Where(slot => _used[slot]).Select(_kept.Entry);
        var unused = slots.Where(slot => !_used[slot]).Select(_kept.Entry);
        var meanwhile = Load();
        var others = Enumerable.Range(0, meanwhile.SlotCount).Select(meanwhile.Entry);
        return added.Concat(used).Concat(others).Concat(unused).Where(static entry => !entry.Item2.IsEmpty);
    }

    private void RemoveOld()
    {
        var files = new DirectoryInfo(_folder).GetFiles();
        var old = files
            .Where(static file => file.Extension == Extension)
            .OrderByDescending(static file => file.LastWriteTimeUtc)
            .Skip(MostFiles);
        var abandoned = files.Where(static file =>
            file.Extension == TemporaryExtension && DateTime.UtcNow - file.LastWriteTimeUtc > Abandoned
        );
        foreach (var file in old.Concat(abandoned))
        {
            file.Delete();
        }
    }
}
