using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>All uses of code that is in the repository.</summary>
internal sealed class CodeUses
{
    private readonly List<CodeUse> _all = [];
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _foldersWithEnvironment = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _folderByReference = new(StringComparer.Ordinal);

    private CodeUses(RepositoryView repository)
    {
        var file = "";
        var facts = ImmutableArray<Fact>.Empty;
        var owners = new HashSet<int>();
        foreach (var (path, fact) in repository.Facts(FactKind.CodeReference))
        {
            if (path != file)
            {
                file = path;
                facts = repository.FactsOf(path);
                owners = OwnersOfEnvironments(facts);
            }

            if (FolderOf(repository, path, fact.Value) is { } folder)
            {
                _all.Add(new CodeUse(folder, new Location(path, fact.Span), new Declaration(path, fact.Owner)));
                _folders.Add(folder);
                if (HasEnvironmentOf(facts, owners, fact))
                {
                    _foldersWithEnvironment.Add(folder);
                }
            }
        }
    }

    /// <summary>The uses, sorted by the file that refers.</summary>
    public IReadOnlyList<CodeUse> All => _all;

    /// <summary>The folders whose code is used.</summary>
    public IReadOnlyCollection<string> Folders => _folders;

    /// <summary>The folders whose code is used by something that names its environment.</summary>
    public IReadOnlyCollection<string> FoldersWithEnvironment => _foldersWithEnvironment;

    /// <summary>The uses in a repository, looked up once a run.</summary>
    public static CodeUses Of(RepositoryView repository) => repository.Once(static view => new CodeUses(view));

    /// <summary>The folders that more than one declaration uses.</summary>
    public HashSet<string> SharedFolders()
    {
        var firstOwner = new Dictionary<string, Declaration>(StringComparer.Ordinal);
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in _all)
        {
            if (!firstOwner.TryGetValue(use.Folder, out var owner))
            {
                firstOwner.Add(use.Folder, use.Owner);
            }
            else if (owner != use.Owner)
            {
                shared.Add(use.Folder);
            }
        }

        return shared;
    }

    // YAML counts from the file's folder; Python counts from where it is run, which is the root more often than not.
    private string? FolderOf(RepositoryView repository, string path, string reference)
    {
        var parent = RepositoryPath.Parent(path);
        var key = parent + "\0" + reference;
        if (!_folderByReference.TryGetValue(key, out var folder))
        {
            folder = Find(repository, parent, reference);
            _folderByReference.Add(key, folder);
        }

        return folder;
    }

    private static string? Find(RepositoryView repository, string parent, string reference)
    {
        foreach (var start in new[] { parent, "" })
        {
            if (RepositoryPath.Resolve(start, reference) is not { } target)
            {
                continue;
            }

            if (target.Length == 0 || repository.IsDirectory(target))
            {
                return target;
            }

            if (repository.Find(target) is not null)
            {
                return RepositoryPath.Parent(target);
            }
        }

        return null;
    }

    private static HashSet<int> OwnersOfEnvironments(ImmutableArray<Fact> facts)
    {
        var owners = new HashSet<int>();
        foreach (var fact in facts)
        {
            if (fact.Kind == FactKind.EnvironmentReference)
            {
                owners.Add(fact.Owner);
            }
        }

        return owners;
    }

    // A step inside a pipeline may take its environment from the pipeline, and a file's from the file as a whole.
    private static bool HasEnvironmentOf(ImmutableArray<Fact> facts, HashSet<int> owners, Fact reference)
    {
        var owner = reference.Owner;
        while (owner != Fact.NoOwner)
        {
            if (owners.Contains(owner) || IsSpark(facts[owner]))
            {
                return true;
            }

            var next = facts[owner].Owner;
            owner = next < owner ? next : Fact.NoOwner;
        }

        return owners.Contains(Fact.NoOwner) || (reference.Owner == Fact.NoOwner && owners.Count > 0);
    }

    // Spark runs in the environment of its runtime's version.
    private static bool IsSpark(Fact owner) =>
        owner.Kind is FactKind.AzureMLJob or FactKind.AzureMLComponent && owner.Value == "spark";
}
