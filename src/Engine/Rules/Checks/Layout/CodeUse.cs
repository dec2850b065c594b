using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>A component, job or deployment that runs the code of a folder.</summary>
/// <param name="Folder">The folder of the code; empty for the root.</param>
/// <param name="Where">The reference.</param>
/// <param name="Owner">What refers.</param>
/// <param name="HasEnvironment">Whether it says in which environment the code runs.</param>
internal sealed record CodeUse(string Folder, Location Where, Declaration Owner, bool HasEnvironment)
{
    /// <summary>All uses of code that is in the repository.</summary>
    public static ImmutableArray<CodeUse> FindAll(RepositoryView repository)
    {
        var uses = ImmutableArray.CreateBuilder<CodeUse>();
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
                var hasEnvironment = HasEnvironmentOf(facts, owners, fact);
                uses.Add(
                    new CodeUse(
                        folder,
                        new Location(path, fact.Span),
                        new Declaration(path, fact.Owner),
                        hasEnvironment
                    )
                );
            }
        }

        return uses.ToImmutable();
    }

    // YAML counts from the file's folder; Python counts from where it is run, which is the root more often than not.
    private static string? FolderOf(RepositoryView repository, string path, string reference)
    {
        foreach (var start in new[] { RepositoryPath.Parent(path), "" })
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

/// <summary>A component, job or deployment: its file, and its index in the file's facts.</summary>
internal sealed record Declaration(string File, int Index);
