using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Repository;

namespace Governance.Engine.Analysis;

/// <summary>A repository as the reduce step sees it: paths and facts, no text.</summary>
public sealed class RepositoryView
{
    private readonly Dictionary<string, int> _byPath = new(StringComparer.Ordinal);
    private readonly List<AnalyzedFile> _withFacts = [];
    private readonly List<long> _kinds = [];
    private readonly List<PlacedFact>?[] _byKind;
    private readonly Dictionary<Type, object> _derived = [];

    /// <param name="snapshot">The snapshot.</param>
    /// <param name="files">Its files with facts, sorted ordinally by path; others are ignored.</param>
    internal RepositoryView(RepositorySnapshot snapshot, IEnumerable<AnalyzedFile> files)
    {
        Snapshot = snapshot;
        _byKind = new List<PlacedFact>?[FactKinds.Count];
        foreach (var file in files.Where(static file => !file.Result.Facts.IsEmpty))
        {
            _byPath.Add(file.Path, _withFacts.Count);
            _withFacts.Add(file);
            _kinds.Add(KindsOf(file.Result.Facts));
        }

        TopLevel = FindTopLevel(snapshot);
    }

    /// <summary>All files, links and submodules, sorted ordinally by path.</summary>
    public ImmutableArray<SourceFile> Files => Snapshot.Files;

    /// <summary>All folders that hold something, sorted ordinally, without the root.</summary>
    public ImmutableArray<string> Directories => Snapshot.Directories;

    /// <summary>What stands at the root, sorted ordinally.</summary>
    public ImmutableArray<TopLevelEntry> TopLevel { get; }

    /// <summary>Where the repository comes from.</summary>
    public RepositoryOrigin Origin => Snapshot.Origin;

    /// <summary>The repositories beside it.</summary>
    internal OtherRepositories Others { get; init; } = OtherRepositories.None;

    private RepositorySnapshot Snapshot { get; }

    /// <summary>Whether something lies below this path.</summary>
    public bool IsDirectory(string path) => Snapshot.IsDirectory(path);

    /// <summary>Whether a file, link, submodule or folder stands at this path.</summary>
    public bool Exists(string path) => Snapshot.Exists(path);

    /// <summary>The entry at exactly this path, or null.</summary>
    public SourceFile? Find(string path) => Snapshot.Find(path);

    /// <summary>The files below a folder, sorted ordinally.</summary>
    public IEnumerable<SourceFile> FilesBelow(string folder)
    {
        // What lies below a folder stands together: they are sorted ordinally, and share all up to the '/'.
        for (var index = FirstAtOrAfter(folder.Length == 0 ? "" : folder + "/"); index < Files.Length; index++)
        {
            if (!RepositoryPath.IsBelow(Files[index].Path, folder))
            {
                yield break;
            }

            yield return Files[index];
        }
    }

    /// <summary>A file's facts, in the order of its text; their <see cref="Fact.Owner"/> is an index into this list.</summary>
    public ImmutableArray<Fact> FactsOf(string path) =>
        _byPath.TryGetValue(path, out var index) ? _withFacts[index].Result.Facts : ImmutableArray<Fact>.Empty;

    /// <summary>All facts of a kind, sorted by path.</summary>
    public IReadOnlyList<PlacedFact> Facts(FactKind kind) => _byKind[(int)kind] ??= Collect(kind);

    /// <summary>Whether a file has a fact of this kind.</summary>
    public bool Has(string path, FactKind kind) =>
        _byPath.TryGetValue(path, out var index) && (_kinds[index] & Bit(kind)) != 0;

    /// <summary>The files that have a fact of this kind, sorted ordinally.</summary>
    public IEnumerable<string> FilesWith(FactKind kind)
    {
        for (var index = 0; index < _withFacts.Count; index++)
        {
            if ((_kinds[index] & Bit(kind)) != 0)
            {
                yield return _withFacts[index].Path;
            }
        }
    }

    /// <summary>
    /// What several checks of a run derive from the repository: made by the first that asks, and kept. One of a type.
    /// </summary>
    internal T Once<T>(Func<RepositoryView, T> derive)
        where T : class
    {
        if (!_derived.TryGetValue(typeof(T), out var derived))
        {
            derived = derive(this);
            _derived.Add(typeof(T), derived);
        }

        return (T)derived;
    }

    // Half of all facts are only ever looked up by their file.
    private List<PlacedFact> Collect(FactKind kind)
    {
        var found = new List<PlacedFact>();
        for (var index = 0; index < _withFacts.Count; index++)
        {
            if ((_kinds[index] & Bit(kind)) == 0)
            {
                continue;
            }

            var file = _withFacts[index];
            foreach (var fact in file.Result.Facts)
            {
                if (fact.Kind == kind)
                {
                    found.Add(new PlacedFact(file.Path, fact));
                }
            }
        }

        return found;
    }

    // A set of kinds, of which there are fewer than bits.
    private static long KindsOf(ImmutableArray<Fact> facts)
    {
        var kinds = 0L;
        foreach (var fact in facts)
        {
            kinds |= Bit(fact.Kind);
        }

        return kinds;
    }

    private static long Bit(FactKind kind) => 1L << (int)kind;

    private ImmutableArray<TopLevelEntry> FindTopLevel(RepositorySnapshot snapshot)
    {
        var found = ImmutableArray.CreateBuilder<TopLevelEntry>();
        var top = "";
        foreach (var file in snapshot.Files)
        {
            // What lies below a folder stands together, so that most paths need only be held against the last folder.
            if (top.Length == 0 || !RepositoryPath.IsBelow(file.Path, top))
            {
                top = RepositoryPath.Top(file.Path);
                found.Add(new TopLevelEntry(top, IsDirectory(top)));
            }
        }

        return found.ToImmutable();
    }

    private int FirstAtOrAfter(string path)
    {
        var low = 0;
        var high = Files.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = string.CompareOrdinal(Files[middle].Path, path) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>An entry of the root.</summary>
public sealed record TopLevelEntry(string Name, bool IsDirectory);

/// <summary>A fact and the file it was read from.</summary>
public sealed record PlacedFact(string Path, Fact Fact);
