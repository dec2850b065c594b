using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>What became of a reference to a template.</summary>
internal enum TemplateTarget
{
    /// <summary>It names a file that is there.</summary>
    Found,

    /// <summary>It names a file that is not there.</summary>
    Missing,

    /// <summary>It names a file of another repository, whose content is not known.</summary>
    Elsewhere,

    /// <summary>It is made by an expression, or leads out of what is checked.</summary>
    Unknown,
}

/// <summary>A reference to a template, resolved: paths are relative to the file they stand in, or to the root with a <c>/</c> in front.</summary>
/// <param name="From">The file it stands in.</param>
/// <param name="Index">The number of its fact in that file.</param>
/// <param name="Fact">The reference.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Path">The file it names; empty where that is not known.</param>
internal sealed record TemplateReference(string From, int Index, Fact Fact, TemplateTarget Kind, string Path)
{
    /// <summary>The other repository that it names, where that is known; null for this one.</summary>
    public TemplateRepository? Repository { get; private init; }

    /// <summary>The facts of the file it names.</summary>
    public ImmutableArray<Fact> Facts { get; private init; } = ImmutableArray<Fact>.Empty;

    /// <summary>Why the content of the other repository is not known, where the host has it; else null.</summary>
    public string? UnavailableBecause { get; private init; }

    /// <summary>Whether it names a file of this repository.</summary>
    public bool IsHere => Repository is null && Kind is (TemplateTarget.Found or TemplateTarget.Missing);

    /// <summary>Whether it names a file of this repository that is there.</summary>
    public bool IsFoundHere => Kind == TemplateTarget.Found && IsHere;

    /// <summary>The file it names, in words.</summary>
    public string Target => IsHere ? $"'{Path}'" : $"'{Path}' of {Repository!.Description}";

    /// <summary>The alias of the repository behind the <c>@</c>; null where there is none.</summary>
    public string? Alias =>
        Fact.Value.LastIndexOf('@') is var at && at >= 0 ? Fact.Value.Substring(at + 1).Trim() : null;

    /// <summary>Where it stands, and whether a directive decides if it counts.</summary>
    public (string Name, bool IsConditional) Place { get; private init; } = ("", false);

    /// <summary>A place in the file it names, for a finding about the reference; none in a file of another repository.</summary>
    public ImmutableArray<RelatedLocation> Related(SourceSpan span, string message) =>
        IsHere
            ? ImmutableArray.Create(new RelatedLocation(new Location(Path, span), message))
            : ImmutableArray<RelatedLocation>.Empty;

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
        var written = fact.Value;
        var at = written.LastIndexOf('@');
        var alias = at < 0 ? null : written.Substring(at + 1).Trim();
        var isElsewhere = alias is not null && !string.Equals(alias, "self", StringComparison.OrdinalIgnoreCase);
        var name = (at < 0 ? written : written.Substring(0, at)).Trim().Replace('\\', '/');
        var resolved =
            AzureTemplates.Grammar.HasExpression(written) || written.Trim().Length == 0
                ? new TemplateReference(from, index, fact, TemplateTarget.Unknown, "")
            : isElsewhere
                ? Elsewhere(new TemplateReference(from, index, fact, TemplateTarget.Elsewhere, ""), name, repository)
            : Here(
                new TemplateReference(from, index, fact, TemplateTarget.Unknown, ""),
                name,
                alias is not null,
                repository
            );
        return resolved with { Place = (place.TrimStart('?'), place.StartsWith("?", StringComparison.Ordinal)) };
    }

    private static TemplateReference Here(
        TemplateReference reference,
        string name,
        bool isOfRoot,
        RepositoryView repository
    )
    {
        var folder = name.StartsWith("/", StringComparison.Ordinal) ? "" : RepositoryPath.Parent(reference.From);
        var candidates = new[] { folder, isOfRoot ? "" : folder }
            .Select(parent => RepositoryPath.Resolve(parent, name.TrimStart('/')))
            .ToList();
        if (candidates.Find(path => path is not null && repository.Find(path) is not null) is { } found)
        {
            return reference with { Kind = TemplateTarget.Found, Path = found, Facts = repository.FactsOf(found) };
        }

        return candidates[0] is { } missing
            ? reference with
            {
                Kind = TemplateTarget.Missing,
                Path = missing,
            }
            : reference;
    }

    // Paths in another repository begin at its root.
    private static TemplateReference Elsewhere(TemplateReference reference, string name, RepositoryView repository)
    {
        if (TemplateRepository.Find(reference.Alias!, reference.From, repository) is not { } declared)
        {
            return reference;
        }

        reference = reference with { Repository = declared };
        if (
            repository.Others.Find(declared.Name, declared.Reference) is not { } content
            || RepositoryPath.Resolve("", name.TrimStart('/')) is not { } path
        )
        {
            return reference;
        }

        if (content.Snapshot is not { } snapshot)
        {
            return reference with { UnavailableBecause = content.UnavailableBecause };
        }

        var file = snapshot.Find(path);
        return reference with
        {
            Kind = file is null ? TemplateTarget.Missing : TemplateTarget.Found,
            Path = path,
            Facts = file is null ? ImmutableArray<Fact>.Empty : repository.Others.PipelineFacts(file),
        };
    }
}
