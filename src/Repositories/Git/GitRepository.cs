using System.IO;

namespace Governance.Repositories.Git;

/// <summary>A git repository that was found, and where a folder lies in it.</summary>
internal sealed record GitRepository
{
    /// <summary>Runs git in the folder that was asked about.</summary>
    public required GitCommand Command { get; init; }

    /// <summary>The git folder, absolute: a linked work tree has its own.</summary>
    public required string GitDirectory { get; init; }

    /// <summary>The git folder that all linked work trees share, absolute.</summary>
    public required string CommonDirectory { get; init; }

    /// <summary>The top of the work tree, absolute; null in a bare repository.</summary>
    public required string? Top { get; init; }

    /// <summary>The folder's path below the top, <c>/</c> separated, empty at the top.</summary>
    public required string Prefix { get; init; }

    /// <summary>The commit checked out, as a full id; null before the first commit.</summary>
    public required string? Head { get; init; }

    /// <summary>The full name of the branch checked out; null when HEAD is detached or has no commit.</summary>
    public required string? Branch { get; init; }

    /// <summary>Whether the clone has the newest part of the history only (https://git-scm.com/docs/shallow).</summary>
    public bool IsShallow => File.Exists(Path.Combine(CommonDirectory, "shallow"));
}
