using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>The repository that stands behind an alias, as <c>resources</c> declare it.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Reference">The reference that is taken; null for its default branch.</param>
internal sealed record TemplateRepository(string Name, string? Reference)
{
    /// <summary>In words.</summary>
    public string Description => Reference is null ? $"'{Name}'" : $"'{Name}' at {Reference}";

    /// <summary>
    /// What an alias stands for in a file: what the file declares, else what all files that declare the alias agree on, since a template
    /// uses the aliases of the pipeline that includes it. Null where that is not known.
    /// </summary>
    public static TemplateRepository? Find(string alias, string file, RepositoryView repository)
    {
        var own = Declared(alias, repository.FactsOf(file)).Distinct().Take(2).ToList();
        var all =
            own.Count > 0
                ? own
                : repository
                    .FilesWith(FactKind.AzureRepository)
                    .SelectMany(path => Declared(alias, repository.FactsOf(path)))
                    .Distinct()
                    .Take(2)
                    .ToList();
        return all.Count == 1 ? all[0] : null;
    }

    private static IEnumerable<TemplateRepository?> Declared(string alias, IReadOnlyList<Fact> facts)
    {
        for (var index = 0; index < facts.Count; index++)
        {
            if (
                facts[index].Kind != FactKind.AzureRepository
                || !string.Equals(facts[index].Value, alias, StringComparison.OrdinalIgnoreCase)
            )
            {
                continue;
            }

            var next = index + 1 < facts.Count ? facts[index + 1] : null;
            yield return next is { Kind: FactKind.AzureRepositorySource } ? Read(next.Value) : null;
        }
    }

    private static TemplateRepository Read(string source)
    {
        var blank = source.IndexOf(' ');
        return new TemplateRepository(source.Substring(blank + 1), blank == 0 ? null : source.Substring(0, blank));
    }
}
