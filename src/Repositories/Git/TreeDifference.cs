using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>
/// How what is tracked differs from a commit before it: far less to list than either of the two.
/// https://git-scm.com/docs/git-diff-index#_raw_output_format
/// </summary>
internal sealed class TreeDifference
{
    // :100644 100755 <old id> <new id> M
    private const int OldModeAt = 1;
    private const int ModeLength = 6;
    private const int OldIdAt = 15;

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private EntryKind _kind;
    private string? _id;
    private bool _isPathNext;

    private TreeDifference() { }

    /// <summary>What the commit held at the paths that differ.</summary>
    public List<TreeEntry> Before { get; } = [];

    /// <summary>Of those, what is no text.</summary>
    public List<UnnamablePath> UnnamableBefore { get; } = [];

    /// <summary>Compares.</summary>
    /// <param name="git">Git.</param>
    /// <param name="from">The old commit's full id.</param>
    /// <param name="to">The new commit's full id, or null for the index, which is what is tracked on disk as well.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public static TreeDifference Read(GitCommand git, string from, string? to, CancellationToken cancellationToken)
    {
        var difference = new TreeDifference();
        DiffCommand.Run(
            git,
            from,
            to,
            staged: true,
            difference.Add,
            cancellationToken,
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--ignore-submodules=none"
        );
        return difference;
    }

    /// <summary>Whether the path differs; one that is no text by the way it is displayed.</summary>
    public bool Holds(string path) => _paths.Contains(path);

    private void Add(ReadOnlySpan<byte> record)
    {
        if (_isPathNext)
        {
            AddPath(record);
        }
        else
        {
            ReadOld(record);
        }

        _isPathNext = !_isPathNext;
    }

    private void ReadOld(ReadOnlySpan<byte> record)
    {
        var end = record.Length > OldIdAt ? record[OldIdAt..].IndexOf((byte)' ') : -1;
        if (end < 0 || record[0] != (byte)':')
        {
            throw new RepositoryException($"git told a difference of unknown form: '{PathBytes.Display(record)}'");
        }

        // A path that the commit did not have is of mode zero.
        var mode = record.Slice(OldModeAt, ModeLength);
        _id = mode.SequenceEqual("000000"u8) ? null : Encoding.ASCII.GetString(record.Slice(OldIdAt, end));
        _kind = GitModes.KindOf(mode);
    }

    private void AddPath(ReadOnlySpan<byte> bytes)
    {
        var path = PathBytes.Decode(bytes);
        var shown = path ?? PathBytes.Display(bytes);
        _paths.Add(shown);
        if (_id is not null && path is not null)
        {
            Before.Add(new TreeEntry(path, _kind, _id, null));
        }
        else if (_id is not null)
        {
            UnnamableBefore.Add(new UnnamablePath(shown, PathBytes.NotUtf8));
        }
    }
}
