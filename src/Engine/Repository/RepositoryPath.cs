using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Repository;

/// <summary>Pure functions over repository paths: relative, <c>/</c> separated, compared ordinally on every system.</summary>
public static class RepositoryPath
{
    /// <summary>The last segment.</summary>
    public static string Name(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>Everything before the last segment; empty for a top-level path.</summary>
    public static string Parent(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path.Substring(0, slash);
    }

    /// <summary>The first segment, whether it is a file or a folder.</summary>
    public static string Top(string path)
    {
        var slash = path.IndexOf('/');
        return slash < 0 ? path : path.Substring(0, slash);
    }

    /// <summary>The name's last dot and what follows, in lower case; empty where there is none (also for <c>.gitignore</c>).</summary>
    public static string Extension(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot <= path.LastIndexOf('/') + 1 ? "" : path.Substring(dot).ToLowerInvariant();
    }

    /// <summary>The name without its <see cref="Extension"/>.</summary>
    public static string Stem(string path)
    {
        var name = Name(path);
        return name.Substring(0, name.Length - Extension(name).Length);
    }

    /// <summary>Whether <paramref name="path"/> lies below <paramref name="folder"/>; everything lies below the empty one.</summary>
    public static bool IsBelow(string path, string folder) =>
        folder.Length == 0
        || (
            path.Length > folder.Length
            && path[folder.Length] == '/'
            && path.StartsWith(folder, StringComparison.Ordinal)
        );

    /// <summary>Joins a folder and a relative path without resolving dots.</summary>
    public static string Combine(string folder, string relative) =>
        folder.Length == 0 ? relative : folder + "/" + relative;

    /// <summary>
    /// Resolves a reference written in a file of <paramref name="folder"/> (<c>../src</c>, <c>./env.yml</c>, also with
    /// backslashes). Null when it leaves the root or is absolute; empty for the root itself.
    /// </summary>
    public static string? Resolve(string folder, string reference)
    {
        var relative = reference.Replace('\\', '/');
        if (relative.StartsWith("/", StringComparison.Ordinal) || relative.IndexOf(':') >= 0)
        {
            return null;
        }

        var segments = new List<string>(folder.Length == 0 ? [] : folder.Split('/'));
        foreach (var segment in relative.Split('/'))
        {
            switch (segment)
            {
                case "" or ".":
                    break;
                case "..":
                    if (segments.Count == 0)
                    {
                        return null;
                    }

                    segments.RemoveAt(segments.Count - 1);
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return string.Join("/", segments);
    }

    /// <summary>Every folder above the given paths, sorted ordinally, without the root.</summary>
    public static ImmutableArray<string> DirectoriesOf(IEnumerable<string> paths)
    {
        var directories = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            for (var parent = Parent(path); parent.Length > 0 && directories.Add(parent); parent = Parent(parent)) { }
        }

        var sorted = new string[directories.Count];
        directories.CopyTo(sorted);
        Array.Sort(sorted, StringComparer.Ordinal);
        return ImmutableArray.Create(sorted);
    }
}
