using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>
/// Lists the index below a folder: <c>git ls-files --stage</c> with tags (<c>-v</c>) and the index's own record of each
/// file (<c>--debug</c>), which spares one system call per file. Git does not promise the form of the latter; where
/// it is not understood, the sizes stay unknown and the caller asks the disk.
/// https://git-scm.com/docs/git-ls-files
/// </summary>
internal sealed class IndexListing
{
    // The index keeps 32 bits of a size, and zero for "look again".
    private const long LargestTrustedSize = 1 << 30;
    private const uint IntentToAdd = 1u << 29;

    private readonly List<IndexEntry> _entries = [];
    private readonly List<UnnamablePath> _unnamable = [];
    private IndexEntry? _pending;

    private IndexListing() { }

    /// <summary>The entries, in git's order; a path with several versions is here once.</summary>
    public IReadOnlyList<IndexEntry> Entries => _entries;

    /// <summary>The entries with a content, in git's order.</summary>
    public List<IndexEntry> Staged() => _entries.FindAll(static entry => entry.Trait != IndexTrait.IntentToAdd);

    /// <summary>Tracked paths that are no text.</summary>
    public IReadOnlyList<UnnamablePath> Unnamable => _unnamable;

    /// <summary>Lists what is tracked below the folder git runs in.</summary>
    public static IndexListing Read(GitCommand git, CancellationToken cancellationToken)
    {
        var listing = new IndexListing();
        var outcome = GitRun.Records(git, listing.Add, cancellationToken, "ls-files", "-z", "-v", "--stage", "--debug");
        listing.Flush();
        return outcome.Succeeded
            ? listing
            : throw new RepositoryException($"git cannot list the files of '{git.Folder}': {outcome.Reason}");
    }

    /// <summary>
    /// Takes a record. It starts with the lines about the entry before it, because those follow the NUL of that one.
    /// </summary>
    internal void Add(ReadOnlySpan<byte> record)
    {
        const int Lines = 5;
        if (record.StartsWith("  ctime:"u8))
        {
            var end = 0;
            for (var line = 0; line < Lines && end < record.Length; line++)
            {
                var length = record[end..].IndexOf((byte)'\n');
                end = length < 0 ? record.Length : end + length + 1;
            }

            AddDetails(record[..end]);
            record = record[end..];
        }

        Flush();
        if (!record.IsEmpty)
        {
            AddEntry(record);
        }
    }

    // H 100644 70d8cce30c730ce4f3b46329afc6fbc627806f22 0<TAB>path
    private void AddEntry(ReadOnlySpan<byte> record)
    {
        const int IdAt = 9;
        var tab = record.IndexOf((byte)'\t');
        var id = tab < IdAt ? default : record[IdAt..tab];
        var space = id.IndexOf((byte)' ');
        if (space < 0)
        {
            throw new RepositoryException($"git listed an entry of unknown form: '{PathBytes.Display(record)}'");
        }

        var path = PathBytes.Decode(record[(tab + 1)..]);
        if (path is null)
        {
            _unnamable.Add(new UnnamablePath(PathBytes.Display(record[(tab + 1)..]), PathBytes.NotUtf8));
            return;
        }

        var stage = id[space + 1];
        var entry = new IndexEntry(
            path,
            GitModes.KindOf(record.Slice(2, 6)),
            Encoding.ASCII.GetString(id[..space]),
            null,
            stage == (byte)'0' ? TraitOf(record[0]) : IndexTrait.Unmerged
        );
        if (_entries.Count > 0 && _entries[^1] is { Trait: IndexTrait.Unmerged } before && before.Path == path)
        {
            // Of the versions of a merge, ours (2) counts: it is what the branch had.
            _entries[^1] = stage == (byte)'2' ? entry : before;
            return;
        }

        _pending = entry;
    }

    private static IndexTrait TraitOf(byte tag) =>
        tag switch
        {
            (byte)'S' or (byte)'s' => IndexTrait.SkipWorktree,
            >= (byte)'a' and <= (byte)'z' => IndexTrait.AssumedUnchanged,
            _ => IndexTrait.None,
        };

    private void AddDetails(ReadOnlySpan<byte> details)
    {
        if (_pending is null)
        {
            return;
        }

        if (Number(details, "size: "u8, hexadecimal: false) is > 0 and < LargestTrustedSize and var size)
        {
            _pending = _pending with { Size = size };
        }

        if (((Number(details, "flags: "u8, hexadecimal: true) ?? 0) & IntentToAdd) != 0)
        {
            _pending = _pending with { Trait = IndexTrait.IntentToAdd };
        }
    }

    private static long? Number(ReadOnlySpan<byte> details, ReadOnlySpan<byte> label, bool hexadecimal)
    {
        var at = details.LastIndexOf(label);
        return at < 0 ? null
            : Utf8Parser.TryParse(details[(at + label.Length)..], out uint value, out _, hexadecimal ? 'x' : 'D')
                ? value
            : null;
    }

    private void Flush()
    {
        if (_pending is not null)
        {
            _entries.Add(_pending);
            _pending = null;
        }
    }
}
