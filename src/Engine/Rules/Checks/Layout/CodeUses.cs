using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>All folders of the repository whose code something runs.</summary>
internal sealed class CodeUses
{
    private readonly Dictionary<string, CodeUse> _byFolder = new(StringComparer.Ordinal);

    private CodeUses(RepositoryView repository)
    {
        var file = "";
        var parent = "";
        var facts = ImmutableArray<Fact>.Empty;
        var owners = new HashSet<int>();
        // Pipelines of one folder refer to the same code over and over, and stand together.
        var byReference = new Dictionary<string, CodeUse?>(StringComparer.Ordinal);
        foreach (var reference in repository.Facts(FactKind.CodeReference))
        {
            if (reference.Path != file)
            {
                file = reference.Path;
                facts = repository.FactsOf(file);
                owners = OwnersOfEnvironments(facts);
                if (RepositoryPath.Parent(file) != parent)
                {
                    parent = RepositoryPath.Parent(file);
                    byReference.Clear();
                }
            }

            if (!byReference.TryGetValue(reference.Fact.Value, out var use))
            {
                use = Find(repository, parent, reference.Fact.Value) is { } folder ? UseOf(folder) : null;
                byReference.Add(reference.Fact.Value, use);
            }

            use?.Add(reference, HasEnvironmentOf(facts, owners, reference.Fact));
        }
    }

    /// <summary>The folders, each once.</summary>
    public IReadOnlyCollection<CodeUse> All => _byFolder.Values;

    /// <summary>The uses in a repository, looked up once a run.</summary>
    public static CodeUses Of(RepositoryView repository) => repository.Once(static view => new CodeUses(view));

    /// <summary>The use of exactly this folder, or null.</summary>
    public CodeUse? Find(string folder) => _byFolder.TryGetValue(folder, out var use) ? use : null;

    private CodeUse UseOf(string folder)
    {
        if (!_byFolder.TryGetValue(folder, out var use))
        {
            use = new CodeUse(folder);
            _byFolder.Add(folder, use);
        }

        return use;
    }

    // YAML counts from the file's folder; Python counts from where it is run, which is the root more often than not.
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
