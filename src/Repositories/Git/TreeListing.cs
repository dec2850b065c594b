using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>Lists a commit below a folder. https://git-scm.com/docs/git-ls-tree#_output_format</summary>
internal sealed class TreeListing
{
    private readonly int _prefixLength;

    private TreeListing(string prefix) => _prefixLength = Encoding.UTF8.GetByteCount(prefix);

    /// <summary>The entries, with paths relative to the folder.</summary>
    public List<TreeEntry> Entries { get; } = [];

    /// <summary>Paths that are no text.</summary>
    public List<UnnamablePath> Unnamable { get; } = [];

    /// <summary>Lists the commit; a folder it does not have is empty.</summary>
    /// <param name="git">Git.</param>
    /// <param name="commit">The commit's full id.</param>
    /// <param name="folder">The folder's path from the repository's top, empty for all.</param>
    /// <param name="withSizes">Whether to look up each object, which a partial clone may lack.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static TreeListing Read(
        GitCommand git,
        string commit,
        string folder,
        bool withSizes,
        CancellationToken cancellationToken
    )
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var listing = new TreeListing(prefix);
        List<string> arguments = ["ls-tree", "-r", "-z", "--full-tree"];
        if (withSizes)
        {
            arguments.Add("--long");
        }

        arguments.Add(commit);
        if (prefix.Length > 0)
        {
            arguments.AddRange("--", prefix);
        }

        var outcome = GitRun.Records(git, listing.Add, cancellationToken, [.. arguments]);
        return outcome.Succeeded
            ? listing
            : throw new RepositoryException($"git cannot list commit {commit}: {outcome.Reason}");
    }

    // 100644 blob 1e22ef224abf2450b7b2a41f262939ba7b45199b     886<TAB>path
    private void Add(ReadOnlySpan<byte> record)
    {
        var tab = record.IndexOf((byte)'\t');
        var fields = tab < 0 ? default : record[..tab];
        var typeAt = fields.IndexOf((byte)' ') + 1;
        var idAt = typeAt + fields[typeAt..].IndexOf((byte)' ') + 1;
        if (typeAt <= 0 || idAt <= typeAt)
        {
            throw new RepositoryException($"git listed an entry of unknown form: '{PathBytes.Display(record)}'");
        }

        var id = fields[idAt..];
        var idEnd = id.IndexOf((byte)' ');
        var size = idEnd < 0 ? default : id[idEnd..].TrimStart((byte)' ');
        id = idEnd < 0 ? id : id[..idEnd];
        var bytes = record[(tab + 1 + _prefixLength)..];
        if (PathBytes.Decode(bytes) is not { } path)
        {
            Unnamable.Add(new UnnamablePath(PathBytes.Display(bytes), PathBytes.NotUtf8));
            return;
        }

        // An object that is not here has BAD for a size, a submodule a dash.
        Entries.Add(
            new TreeEntry(
                path,
                GitModes.KindOf(fields[..(typeAt - 1)]),
                Encoding.ASCII.GetString(id),
                Utf8Parser.TryParse(size, out long value, out var used) && used == size.Length ? value : null
            )
        );
    }
}
