using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.PolicyCli.Fixing;

/// <summary>Says why an edit must not be made: outside the tree, through a link, over uncommitted work, over something else.</summary>
internal sealed class FixGuard
{
    private readonly string _root;
    private readonly IReadOnlyCollection<string> _uncommitted;

    /// <summary>Guards a working tree.</summary>
    /// <param name="root">The governed root's absolute path.</param>
    /// <param name="uncommitted">Paths with work that is not committed; empty when the user said to go ahead.</param>
    public FixGuard(string root, IReadOnlyCollection<string> uncommitted)
    {
        _root = root;
        _uncommitted = uncommitted;
    }

    /// <summary>The reason to refuse, as half a sentence; null when there is none.</summary>
    public string? Refuses(FileEdit edit) =>
        edit switch
        {
            ReplaceText => OutOfTree(edit.Path) ?? Uncommitted(edit.Path),
            CreateFile => OutOfTree(edit.Path) ?? Occupied(edit.Path, edit.Path),
            MovePath move when move.NewPath.Contains(MovePath.UserPlaceholder, StringComparison.Ordinal) =>
                "it needs the name of the notebook's user: give --user NAME",
            MovePath move => OutOfTree(move.Path)
                ?? OutOfTree(move.NewPath)
                ?? Occupied(move.NewPath, move.Path)
                ?? Uncommitted(move.Path),
            _ => "this kind of edit is not known",
        };

    /// <summary>The absolute path of a repository path.</summary>
    public string Absolute(string path) => Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));

    private string? OutOfTree(string path)
    {
        if (RepositoryPath.Resolve("", path) != path || path.Length == 0)
        {
            return $"'{path}' is not a path inside the repository";
        }

        for (var part = path; part.Length > 0; part = RepositoryPath.Parent(part))
        {
            if (new FileInfo(Absolute(part)).LinkTarget is not null)
            {
                return $"'{part}' is a symbolic link";
            }
        }

        return null;
    }

    private string? Occupied(string path, string movedFrom)
    {
        // A rename that changes only the case finds itself on file systems that ignore case.
        var same = string.Equals(path, movedFrom, StringComparison.OrdinalIgnoreCase) && path != movedFrom;
        return !same && Path.Exists(Absolute(path)) ? $"something stands at '{path}' already" : null;
    }

    private string? Uncommitted(string path) =>
        _uncommitted.FirstOrDefault(changed => changed == path || RepositoryPath.IsBelow(changed, path)) is { } changed
            ? $"'{changed}' has changes that are not committed; commit them, or give --force"
            : null;
}
