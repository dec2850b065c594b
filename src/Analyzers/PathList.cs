using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Governance.Engine.Repository;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers;

/// <summary>
/// What the package's targets say about the repository, in a file of the build: a first line that names the format, lines
/// <c>root</c>, <c>prefix</c>, <c>today</c> and <c>areas</c>, then the full paths of all files that exist, one a line, and the lines of
/// <c>git ls-files --stage</c> about what is no regular file or has a name in quotes.
/// https://git-scm.com/docs/git-ls-files#_output
/// </summary>
internal sealed class PathList
{
    /// <summary>The name of the file, by which it is found among the AdditionalFiles.</summary>
    public const string FileName = "governance-paths.v1.txt";

    private const string FirstLine = "governance-paths 1";
    private const string Unspeakable =
        "its name holds a quotation mark, a backslash or a control character, which a build cannot hand on";

    private static readonly char[] Space = { ' ' };
    private static readonly char[] BetweenAreas = { ';', ',', ' ' };

    private readonly Dictionary<string, EntryKind> _kinds = new(StringComparer.Ordinal);
    private readonly List<UnnamablePath> _unnamable = new();
    private string _root = "";

    private PathList() { }

    /// <summary>The governed root: a full path that ends in <c>/</c>.</summary>
    public string Root => _root;

    /// <summary>The root's path inside the git repository, without a slash at the end; empty at its top and without git.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>The day the build began, in UTC.</summary>
    public DateTime Today { get; private set; }

    /// <summary>What <c>GovernanceAreas</c> names, in its order; empty for all areas.</summary>
    public ImmutableArray<string> Areas { get; private set; } = ImmutableArray<string>.Empty;

    /// <summary>Paths relative to the root, and what stands there.</summary>
    public IReadOnlyDictionary<string, EntryKind> Entries => _kinds;

    /// <summary>Paths that cannot be handed on.</summary>
    public IReadOnlyList<UnnamablePath> Unnamable => _unnamable;

    /// <summary>Whether a file of a compilation is one of these lists, by its name.</summary>
    public static bool IsNamed(AdditionalText file) => FilePath.IsNamed(file, FileName);

    /// <summary>Reads the list; null where the lines are not one.</summary>
    public static PathList? Read(IEnumerable<string> lines)
    {
        var list = new PathList();
        using var line = lines.GetEnumerator();
        if (!line.MoveNext() || line.Current.TrimEnd() != FirstLine)
        {
            return null;
        }

        while (line.MoveNext())
        {
            list.Read(line.Current.TrimEnd('\r'));
        }

        return list._root.Length == 0 || list.Today == default ? null : list;
    }

    /// <summary>Whether a path relative to the root is in the list.</summary>
    public bool Holds(string path) => _kinds.ContainsKey(path);

    /// <summary>Whether a path relative to the root is in the list, as a regular file.</summary>
    public bool IsFile(string path) => _kinds.TryGetValue(path, out var kind) && kind == EntryKind.File;

    /// <summary>The full path of one relative to the root.</summary>
    public string FullPath(string path) => _root + path;

    /// <summary>The path relative to the root of a full one; null for what lies elsewhere.</summary>
    public string? Relative(string fullPath)
    {
        var path = FilePath.WithSlashes(fullPath);
        return path.StartsWith(_root, StringComparison.Ordinal) && path.Length > _root.Length
            ? path.Substring(_root.Length)
            : null;
    }

    private void Read(string line)
    {
        if (Value(line, "root ") is { } root)
        {
            _root = FilePath.WithSlashes(root).TrimEnd('/') + "/";
        }
        else if (Value(line, "prefix ") is { } prefix)
        {
            Prefix = prefix.Trim('/');
        }
        else if (Value(line, "today ") is { } today)
        {
            Today = DateTime.TryParseExact(
                today,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var day
            )
                ? day
                : default;
        }
        else if (Value(line, "areas ") is { } areas)
        {
            Areas = areas.Split(BetweenAreas, StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        }
        else if (line.IndexOf('\t') is var tab && tab >= 0)
        {
            ReadStaged(line.Substring(0, tab), line.Substring(tab + 1));
        }
        else if (Relative(line) is { } path && !_kinds.ContainsKey(path))
        {
            _kinds.Add(path, EntryKind.File);
        }
    }

    private void ReadStaged(string state, string path)
    {
        if (path.StartsWith("\"", StringComparison.Ordinal))
        {
            _unnamable.Add(new UnnamablePath(path.Trim('"'), Unspeakable));
            return;
        }

        switch (state.Split(Space)[0])
        {
            case "120000":
                _kinds[path] = EntryKind.SymbolicLink;
                break;
            case "160000":
                _kinds[path] = EntryKind.Submodule;
                break;
        }
    }

    private static string? Value(string line, string key) =>
        line.StartsWith(key, StringComparison.Ordinal) ? line.Substring(key.Length) : null;
}
