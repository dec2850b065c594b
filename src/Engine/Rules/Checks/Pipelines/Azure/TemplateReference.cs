using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>What became of a reference to a template.</summary>
internal enum TemplateTarget
{
    /// <summary>It names a file of this repository that is there.</summary>
    Found,

    /// <summary>It names a file of this repository that is not there.</summary>
    Missing,

    /// <summary>It names a file of another repository.</summary>
    Elsewhere,

    /// <summary>It is made by an expression, or leads out of what is checked.</summary>
    Unknown,
}

/// <summary>A reference to a template, resolved: paths are relative to the file they stand in, or to the root with a <c>/</c> in front.</summary>
/// <param name="From">The file it stands in.</param>
/// <param name="Index">The number of its fact in that file.</param>
/// <param name="Fact">The reference.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Path">The file it names; empty where that is not known or not of this repository.</param>
internal sealed record TemplateReference(string From, int Index, Fact Fact, TemplateTarget Kind, string Path)
{
    /// <summary>The alias of the repository behind the <c>@</c>; null where there is none.</summary>
    public string? Alias =>
        Fact.Value.LastIndexOf('@') is var at && at >= 0 ? Fact.Value.Substring(at + 1).Trim() : null;

    /// <summary>Where it stands, and whether a directive decides if it counts.</summary>
    public (string Name, bool IsConditional) Place { get; private init; } = ("", false);

    /// <summary>The references of a file.</summary>
    public static IEnumerable<TemplateReference> Of(string path, RepositoryView repository)
    {
        var facts = repository.FactsOf(path);
        for (var index = 0; index < facts.Length; index++)
        {
            if (facts[index].Kind == FactKind.AzureTemplateReference)
            {
                yield return Resolve(path, index, facts, repository);
            }
        }
    }

    private static TemplateReference Resolve(
        string from,
        int index,
        ImmutableArray<Fact> facts,
        RepositoryView repository
    )
    {
        var fact = facts[index];
        var next = index + 1 < facts.Length ? facts[index + 1] : null;
        var place = next is { Kind: FactKind.AzureTemplatePlace } ? next.Value : "";
        var (kind, path) = Find(from, fact.Value, repository);
        return new TemplateReference(from, index, fact, kind, path)
        {
            Place = (place.TrimStart('?'), place.StartsWith("?", StringComparison.Ordinal)),
        };
    }

    private static (TemplateTarget Kind, string Path) Find(string from, string written, RepositoryView repository)
    {
        if (AzureTemplates.Grammar.HasExpression(written) || written.Trim().Length == 0)
        {
            return (TemplateTarget.Unknown, "");
        }

        var at = written.LastIndexOf('@');
        var alias = at < 0 ? null : written.Substring(at + 1).Trim();
        if (alias is not null && !string.Equals(alias, "self", StringComparison.OrdinalIgnoreCase))
        {
            return (TemplateTarget.Elsewhere, "");
        }

        var reference = (at < 0 ? written : written.Substring(0, at)).Trim().Replace('\\', '/');
        var isRooted = reference.StartsWith("/", StringComparison.Ordinal);
        var folder = isRooted ? "" : RepositoryPath.Parent(from);
        var candidates = new[] { folder, alias is null ? folder : "" }
            .Select(parent => RepositoryPath.Resolve(parent, reference.TrimStart('/')))
            .ToList();
        if (candidates.Find(path => path is not null && repository.Find(path) is not null) is { } found)
        {
            return (TemplateTarget.Found, found);
        }

        return candidates[0] is { } missing ? (TemplateTarget.Missing, missing) : (TemplateTarget.Unknown, "");
    }
}
