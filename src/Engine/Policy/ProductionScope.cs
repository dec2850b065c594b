using System;
using System.Collections.Generic;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Policy;

/// <summary>
/// Tells what belongs to production from names, paths, branches and service connections. A name is compared word by word and
/// without case, so that <c>ml-prod-rg</c> and <c>mlProdWorkspace</c> are of production, and <c>product</c>, <c>delivery</c>,
/// <c>nonprod</c> and <c>pre-prod</c> are not. It is for one thread.
/// </summary>
public sealed class ProductionScope
{
    /// <summary>Words that turn the one behind them into its opposite.</summary>
    private static readonly WordSet Opposites = new("non", "not", "no", "pre", "post", "sub");

    /// <summary>Words that say of the one before them that it is only like it: <c>live-test</c>, <c>prod-like</c>.</summary>
    private static readonly WordSet Likenesses = new("test", "tests", "testing", "like");

    private readonly HashSet<string> _names;
    private readonly HashSet<string> _branches;
    private readonly HashSet<string> _connections;
    private readonly GlobSet _files;

    /// <summary>The scope that a policy declares, or the built-in profile guesses.</summary>
    public ProductionScope(ProductionSettings settings)
    {
        _names = new HashSet<string>(settings.Names, StringComparer.OrdinalIgnoreCase);
        _branches = new HashSet<string>(settings.Branches, StringComparer.Ordinal);
        _connections = new HashSet<string>(settings.ServiceConnections, StringComparer.OrdinalIgnoreCase);
        _files = GlobSet.Parse(settings.Files);
    }

    /// <summary>Whether the policy names the branches that deploy to production; else no branch can be told to.</summary>
    public bool KnowsBranches => _branches.Count > 0;

    /// <summary>Whether a name of an environment or resource is one of production, or has a word that says so.</summary>
    public bool IsName(string name)
    {
        if (_names.Contains(name))
        {
            return true;
        }

        var before = "";
        var isOpen = false;
        foreach (var word in Words(name))
        {
            if (isOpen && !Likenesses.Contains(word))
            {
                return true;
            }

            isOpen = _names.Contains(word) && !Opposites.Contains(before);
            before = word;
        }

        return isOpen;
    }

    /// <summary>Whether a file describes production: by the globs of the policy, or by the name of a folder or its own.</summary>
    public bool IsPath(string path)
    {
        if (_files.IsMatch(path))
        {
            return true;
        }

        foreach (var segment in path.Split('/'))
        {
            if (IsName(segment))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a service connection reaches production: listed, or by a word of its name.</summary>
    public bool IsServiceConnection(string name) => _connections.Contains(name) || IsName(name);

    /// <summary>Whether a branch deploys to production.</summary>
    /// <param name="reference">The full name (<c>refs/heads/main</c>) or the short one.</param>
    public bool IsBranch(string reference) =>
        _branches.Contains(reference) || _branches.Contains("refs/heads/" + reference);

    // ml-prod_rg, mlProdRg, PRODWorkspace: at signs, at humps, and before the last capital of a row; digits end a word (prod2).
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            if (at == name.Length || !char.IsLetter(name[at]))
            {
                if (at > start)
                {
                    yield return name.Substring(start, at - start);
                }

                start = at + 1;
            }
            else if (
                at > start
                && char.IsUpper(name[at])
                && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])))
            )
            {
                yield return name.Substring(start, at - start);
                start = at;
            }
        }
    }
}
