using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Governance.Engine.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers;

/// <summary>The repository as one compilation was handed it: the list of paths, and the texts that were handed along.</summary>
internal sealed class RepositoryTexts
{
    /// <summary>The longest text that is checked, in UTF-16 code units.</summary>
    public const int LongestText = 16 * 1024 * 1024;

    private readonly Dictionary<string, Handed> _texts;

    private RepositoryTexts(PathList list, Dictionary<string, Handed> texts)
    {
        List = list;
        _texts = texts;
    }

    /// <summary>All paths.</summary>
    public PathList List { get; }

    /// <summary>Reads the regular files of the list that were handed along. Of two with one path the first counts.</summary>
    public static RepositoryTexts Read(
        PathList list,
        ImmutableArray<AdditionalText> files,
        TextIds ids,
        CancellationToken cancellationToken
    )
    {
        var texts = new Dictionary<string, Handed>(files.Length, StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (list.Relative(file.Path) is { } path && list.IsFile(path) && !texts.ContainsKey(path))
            {
                texts.Add(path, new Handed(file));
            }
        }

        // The compiler reads a file when its text is asked for the first time.
        Parallel.ForEach(
            texts.Values,
            new ParallelOptions { CancellationToken = cancellationToken },
            handed => handed.Read(ids, cancellationToken)
        );
        return new RepositoryTexts(list, texts);
    }

    /// <summary>The file at a path relative to the root; null where the compiler was handed none.</summary>
    public AdditionalText? Find(string path) => _texts.TryGetValue(path, out var handed) ? handed.File : null;

    /// <summary>The names of what all texts say, by path relative to the root.</summary>
    public Dictionary<string, string?> Ids() =>
        _texts.ToDictionary(static pair => pair.Key, static pair => pair.Value.Id, StringComparer.Ordinal);

    /// <summary>Whether the texts are those of these names, and no others.</summary>
    public bool Say(Dictionary<string, string?> ids)
    {
        if (ids.Count != _texts.Count)
        {
            return false;
        }

        foreach (var pair in _texts)
        {
            // A text that could not be read may say anything the next time.
            if (pair.Value.Id is null || !ids.TryGetValue(pair.Key, out var id) || id != pair.Value.Id)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The repository as the engine sees it.</summary>
    public RepositorySnapshot Snapshot()
    {
        var files = List
            .Entries.Select(entry =>
            {
                _texts.TryGetValue(entry.Key, out var handed);
                // A length tells contents apart beside the name; that it counts characters here makes no difference.
                return new SourceFile(entry.Key, entry.Value, _ => Content(handed), handed?.Id, handed?.Text?.Length);
            })
            .ToList();
        var unnamable = List.Unnamable.ToList();
        NestedRoots.Remove(files, unnamable);
        return new RepositorySnapshot(files, new RepositoryOrigin { PathInRepository = List.Prefix }, unnamable);
    }

    /// <summary>The offsets of a stretch of a file; empty where the compiler has no such text.</summary>
    public TextSpan Offsets(string path, LinePosition start, LinePosition end) =>
        _texts.TryGetValue(path, out var handed) && handed.Text is { } text
            ? TextSpan.FromBounds(Offset(text, start), Offset(text, end))
            : default;

    private static int Offset(SourceText text, LinePosition position) =>
        position.Line >= text.Lines.Count
            ? text.Length
            : Math.Min(text.Lines[position.Line].Start + position.Character, text.Length);

    // The engine decodes bytes. The compiler has decoded already, and lines and columns count the same UTF-16 code units, so
    // the text goes in as UTF-8; what was wrong with the bytes is not to be seen here any more.
    private static FileContent Content(Handed? handed)
    {
        if (handed is null)
        {
            // Only those files are handed along that a check could read: nothing is known of the others but that they are there.
            return FileContent.Of(default);
        }

        if (handed.Text is not { } text)
        {
            return FileContent.Unavailable("the compiler could not read it");
        }

        return text.Length > LongestText
            ? FileContent.Unavailable("it is longer than 16 million characters, which is too much to check in a build")
            : FileContent.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>A file and its text, which an editor gives up and reads anew between two calls.</summary>
    private sealed class Handed(AdditionalText file)
    {
        public AdditionalText File { get; } = file;

        public SourceText? Text { get; private set; }

        public string? Id { get; private set; }

        public void Read(TextIds ids, CancellationToken cancellationToken)
        {
            Text = File.GetText(cancellationToken);
            Id = Text is null ? null : ids.Of(Text);
        }
    }
}
