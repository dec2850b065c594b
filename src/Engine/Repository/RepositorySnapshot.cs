using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Repository;

/// <summary>
/// A governed root at one moment: its paths, sorted ordinally, and a way to read each. A value: the same snapshot
/// always gives the same findings. It holds no folder of its own; a folder exists where a file lies below it.
/// </summary>
public sealed class RepositorySnapshot
{
    private readonly Dictionary<string, SourceFile> _byPath;
    private ImmutableArray<string> _directories;
    private HashSet<string>? _folders;

    /// <summary>Makes a snapshot. Files are sorted here; of two with the same path the first one counts.</summary>
    public RepositorySnapshot(
        IEnumerable<SourceFile> files,
        RepositoryOrigin? origin = null,
        IEnumerable<UnnamablePath>? unnamable = null
    )
    {
        var expected = files is IReadOnlyCollection<SourceFile> collection ? collection.Count : 0;
        _byPath = new Dictionary<string, SourceFile>(expected, StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!_byPath.ContainsKey(file.Path))
            {
                _byPath.Add(file.Path, file);
            }
        }

        var sorted = _byPath.Values.ToArray();
        Sort(sorted);
        Files = ImmutableArray.Create(sorted);
        Origin = origin ?? RepositoryOrigin.None;
        Unnamable = unnamable is null
            ? ImmutableArray<UnnamablePath>.Empty
            : unnamable.OrderBy(static path => path.DisplayPath, StringComparer.Ordinal).ToImmutableArray();
    }

    /// <summary>All files, links and submodules, sorted ordinally by path.</summary>
    public ImmutableArray<SourceFile> Files { get; }

    /// <summary>All folders that hold something, sorted ordinally, without the root.</summary>
    public ImmutableArray<string> Directories
    {
        get
        {
            // Two threads that come at once find the same folders.
            if (_directories.IsDefault)
            {
                _directories = RepositoryPath.DirectoriesOf(Files.Select(static file => file.Path));
            }

            return _directories;
        }
    }

    /// <summary>Where the snapshot comes from.</summary>
    public RepositoryOrigin Origin { get; }

    /// <summary>Paths that exist but cannot be named, sorted ordinally.</summary>
    public ImmutableArray<UnnamablePath> Unnamable { get; }

    /// <summary>The entry at exactly this path, or null.</summary>
    public SourceFile? Find(string path) => _byPath.TryGetValue(path, out var file) ? file : null;

    /// <summary>Whether something lies below this path.</summary>
    public bool IsDirectory(string path)
    {
        _folders ??= new HashSet<string>(Directories, StringComparer.Ordinal);
        return _folders.Contains(path);
    }

    /// <summary>Whether a file, link, submodule or folder stands at this path.</summary>
    public bool Exists(string path) => Find(path) is not null || IsDirectory(path);

    // Git lists in this order, and sorting what is sorted takes longer than all else here.
    private static void Sort(SourceFile[] files)
    {
        for (var index = 1; index < files.Length; index++)
        {
            if (string.CompareOrdinal(files[index - 1].Path, files[index].Path) > 0)
            {
                Array.Sort(files, static (a, b) => string.CompareOrdinal(a.Path, b.Path));
                return;
            }
        }
    }
}
