using System;
using System.IO;
using Governance.Engine.Repository;

namespace Governance.Repositories;

/// <summary>Finds the folder that is meant.</summary>
internal static class RootSearch
{
    /// <summary>The folder a path names, absolute; the working directory for none.</summary>
    /// <exception cref="RepositoryException">It names none.</exception>
    public static string Folder(string? path, string workingDirectory)
    {
        if (path is null)
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(workingDirectory));
        }

        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new RepositoryException("the path is empty or holds a NUL character");
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, workingDirectory));
        return Directory.Exists(full) ? full
            : File.Exists(full) ? throw new RepositoryException($"'{path}' is a file: give the folder of a repository")
            : throw new RepositoryException($"there is no folder '{path}'");
    }

    /// <summary>The nearest folder from <paramref name="folder"/> upward that holds a policy, up to <paramref name="top"/>; or null.</summary>
    public static string? Upward(string folder, string? top)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (File.Exists(Path.Combine(current, PathClassifier.PolicyFileName)))
            {
                return current;
            }

            if (top is not null && Path.GetRelativePath(top, current) == ".")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether the folder, or one above it, is the top of a git work tree.</summary>
    public static bool LooksLikeGit(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (Path.Exists(Path.Combine(current, ".git")))
            {
                return true;
            }
        }

        return false;
    }
}
