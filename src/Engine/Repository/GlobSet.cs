using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Repository;

/// <summary>Patterns of which any one may match.</summary>
public sealed class GlobSet
{
    private readonly ImmutableArray<Glob> _globs;

    /// <summary>Gathers compiled patterns.</summary>
    public GlobSet(ImmutableArray<Glob> globs) => _globs = globs;

    /// <summary>Whether there is no pattern.</summary>
    public bool IsEmpty => _globs.IsEmpty;

    /// <summary>Compiles patterns. As in git, one that is invalid matches nothing; a policy's are validated when it is read.</summary>
    public static GlobSet Parse(IEnumerable<string> patterns)
    {
        var globs = ImmutableArray.CreateBuilder<Glob>();
        foreach (var pattern in patterns)
        {
            if (Glob.TryParse(pattern, out var glob, out _))
            {
                globs.Add(glob);
            }
        }

        return new GlobSet(globs.ToImmutable());
    }

    /// <summary>Whether a pattern matches the path, or a folder above it.</summary>
    /// <param name="path">A repository path; <c>.</c> for the root.</param>
    /// <param name="isFolder">Whether the path is a folder, which a pattern that ends in a slash asks for.</param>
    public bool IsMatch(string path, bool isFolder = false)
    {
        foreach (var glob in _globs)
        {
            if (glob.IsMatch(path, isFolder))
            {
                return true;
            }
        }

        return false;
    }
}
