using System;
using System.Collections.Generic;
using System.IO;
using Governance.Repositories.Disk;

namespace Governance.Repositories.Git;

/// <summary>
/// Finds tracked folders that a link has taken the place of. To git's <c>ls-files</c> the files behind such a link are as
/// good as those that were there, wherever the link leads; to a snapshot they are gone.
/// </summary>
internal sealed class TrackedFolders
{
    private readonly string _root;
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal) { [""] = true };
    private string _last = "";
    private bool _lastIsReal = true;

    /// <summary>Looks at the folders below <paramref name="root"/> that the entries lie in.</summary>
    public TrackedFolders(string root, IReadOnlyList<IndexEntry> entries)
    {
        _root = root;
        foreach (var entry in entries)
        {
            _ = HoldsReally(entry.Path);
        }
    }

    /// <summary>Whether no folder above the path is a link.</summary>
    public bool HoldsReally(string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash < 0)
        {
            return true;
        }

        // Neighbours in the index mostly lie in one folder.
        if (!path.AsSpan(0, slash).SequenceEqual(_last))
        {
            _last = path[..slash];
            _lastIsReal = Look(_last);
        }

        return _lastIsReal;
    }

    private bool Look(string folder)
    {
        if (_known.TryGetValue(folder, out var known))
        {
            return known;
        }

        // From the top down, so that nothing is looked at through a link.
        var isReal = true;
        for (var end = folder.IndexOf('/', StringComparison.Ordinal); isReal; end = folder.IndexOf('/', end + 1))
        {
            var part = end < 0 ? folder : folder[..end];
            if (!_known.TryGetValue(part, out isReal))
            {
                isReal = NativeStatus.Of(Path.Join(_root, part)).Type != DiskEntryType.Link;
                _known[part] = isReal;
            }

            if (end < 0)
            {
                break;
            }
        }

        _known[folder] = isReal;
        return isReal;
    }
}
