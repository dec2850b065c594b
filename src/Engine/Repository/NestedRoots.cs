using System;
using System.Collections.Generic;

namespace Governance.Engine.Repository;

/// <summary>
/// Leaves governed roots below the root to themselves: a folder with a <c>governance.yml</c> of its own is no part of its
/// parent's snapshot, and neither is anything below it.
/// </summary>
public static class NestedRoots
{
    private const string Suffix = "/" + PathClassifier.PolicyFileName;

    /// <summary>Takes out what belongs to nested roots.</summary>
    public static void Remove(List<SourceFile> files, List<UnnamablePath> unnamable)
    {
        var nested = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.Path.EndsWith(Suffix, StringComparison.Ordinal) && file.Kind != EntryKind.Submodule)
            {
                nested.Add(file.Path.Substring(0, file.Path.Length - Suffix.Length));
            }
        }

        if (nested.Count > 0)
        {
            files.RemoveAll(file => IsWithin(file.Path, nested));
            unnamable.RemoveAll(path => nested.Contains(path.DisplayPath) || IsWithin(path.DisplayPath, nested));
        }
    }

    private static bool IsWithin(string path, HashSet<string> nested)
    {
        for (var folder = RepositoryPath.Parent(path); folder.Length > 0; folder = RepositoryPath.Parent(folder))
        {
            if (nested.Contains(folder))
            {
                return true;
            }
        }

        return false;
    }
}
