using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers;

/// <summary>The repository as the compiler was handed it: the list of paths, and the texts that were handed along.</summary>
internal sealed class RepositoryTexts
{
    /// <summary>The longest text that is checked, in UTF-16 code units.</summary>
    public const int LongestText = 16 * 1024 * 1024;

    private readonly Dictionary<string, AdditionalText> _texts = new(StringComparer.Ordinal);

    private RepositoryTexts(PathList list, ImmutableArray<AdditionalText> files)
    {
        List = list;
        foreach (var file in files)
        {
            if (List.Relative(file.Path) is { } path && List.Holds(path) && !_texts.ContainsKey(path))
            {
                _texts.Add(path, file);
            }
        }
    }

    /// <summary>All paths.</summary>
    public PathList List { get; }

    /// <summary>Finds the list among the files; null where this compilation was handed none.</summary>
    public static RepositoryTexts? Find(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (
                FilePath.IsNamed(file, PathList.FileName)
                && file.GetText(cancellationToken) is { } text
                && PathList.Read(text.Lines.Select(static line => line.ToString())) is { } list
            )
            {
                return new RepositoryTexts(list, files);
            }
        }

        return null;
    }

    /// <summary>The repository as the engine sees it.</summary>
    public RepositorySnapshot Snapshot()
    {
        var files = List
            .Entries.Select(entry => new SourceFile(entry.Key, entry.Value, cancel => Read(entry.Key, cancel)))
            .ToList();
        var unnamable = List.Unnamable.ToList();
        NestedRoots.Remove(files, unnamable);
        return new RepositorySnapshot(files, new RepositoryOrigin { PathInRepository = List.Prefix }, unnamable);
    }

    /// <summary>The offsets of a stretch of a file; empty where the compiler has no such text.</summary>
    public TextSpan Offsets(string path, LinePosition start, LinePosition end) =>
        _texts.TryGetValue(path, out var file) && file.GetText() is { } text
            ? TextSpan.FromBounds(Offset(text, start), Offset(text, end))
            : default;

    private static int Offset(SourceText text, LinePosition position) =>
        position.Line >= text.Lines.Count
            ? text.Length
            : Math.Min(text.Lines[position.Line].Start + position.Character, text.Length);

    // The engine decodes bytes. The compiler has decoded already, and lines and columns count the same UTF-16 code units, so
    // the text goes in as UTF-8; what was wrong with the bytes is not to be seen here any more.
    private FileContent Read(string path, CancellationToken cancellationToken)
    {
        if (!_texts.TryGetValue(path, out var file))
        {
            // Only those files are handed along that a check could read: nothing is known of the others but that they are there.
            return FileContent.Of(default);
        }

        if (file.GetText(cancellationToken) is not { } text)
        {
            return FileContent.Unavailable("the compiler could not read it");
        }

        return text.Length > LongestText
            ? FileContent.Unavailable("it is longer than 16 million characters, which is too much to check in a build")
            : FileContent.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
