using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>GOV0421: templates that are not there, do not fit where they are included, include themselves, or get the wrong parameters.</summary>
internal sealed class BrokenTemplateReference : RepositoryCheck
{
    public override string Id => "GOV0421";

    public override void Run(RepositoryCheckContext context)
    {
        var graph = TemplateGraph.Of(context.Repository);
        if (graph.References.Count == 0)
        {
            context.NotApplicable("No file includes a template of Azure Pipelines");
            return;
        }

        foreach (var reference in graph.References)
        {
            switch (reference.Kind)
            {
                case TemplateTarget.Missing when reference.IsHere:
                    ReportMissing(reference, context);
                    break;
                case TemplateTarget.Missing:
                    ReportMissingElsewhere(reference, context);
                    break;
                case TemplateTarget.Elsewhere when !graph.IsIncluded(reference.From):
                    CheckAlias(reference, context);
                    break;
                case TemplateTarget.Found:
                    CheckBody(reference, context);
                    TemplateArguments.Check(reference, context);
                    break;
            }
        }

        TemplateLimits.Check(graph, context);
        TellElsewhere(graph, context);
    }

    private static void TellElsewhere(TemplateGraph graph, RepositoryCheckContext context)
    {
        var elsewhere = graph.References.Where(static reference => reference.Kind == TemplateTarget.Elsewhere).ToList();
        if (elsewhere.Count == 0)
        {
            return;
        }

        var names = Sorted(elsewhere.Select(static reference => reference.Repository?.Name ?? reference.Alias!));
        var reasons = Sorted(elsewhere.Select(static reference => reference.UnavailableBecause).OfType<string>());
        context.NotAvailable(
            $"{elsewhere.Count} of {graph.References.Count} templates lie in other repositories: {string.Join(", ", names)}"
                + string.Concat(reasons.Select(static reason => "; " + reason))
        );
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> words) =>
        words.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(static word => word, StringComparer.Ordinal);

    private static void ReportMissingElsewhere(TemplateReference reference, RepositoryCheckContext context)
    {
        if (!reference.Place.IsConditional)
        {
            context.Report(
                new Location(reference.From, reference.Fact.Span),
                $"There is no template {reference.Target}",
                "Write the path from the root of that repository, or mend the 'ref' of the resource",
                reference.Fact.Value
            );
        }
    }

    private static void ReportMissing(TemplateReference reference, RepositoryCheckContext context)
    {
        // A template that a condition keeps out is not looked for.
        if (reference.Place.IsConditional || IsMeantForElsewhere(reference, context.Repository))
        {
            return;
        }

        var nearest = Nearest(reference, context.Repository);
        context.Report(
            new Location(reference.From, reference.Fact.Span),
            $"There is no template '{reference.Path}'" + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
            nearest is null
                ? "Write the path from this file, or from the root of the repository with a '/' in front"
                : $"Name '{nearest}': from this file, or from the root with a '/' in front",
            reference.Fact.Value
        );
    }

    // Whole repositories lie in folders of others (samples, tools that are published from there), and generators hold what they fill in.
    private static bool IsMeantForElsewhere(TemplateReference reference, RepositoryView repository)
    {
        var isRooted = reference.Fact.Value.StartsWith("/", StringComparison.Ordinal);
        var folder = RepositoryPath.Parent(reference.From);
        for (var root = RepositoryPath.Parent(folder); isRooted && root.Length > 0; root = RepositoryPath.Parent(root))
        {
            if (repository.Find(RepositoryPath.Combine(root, reference.Path)) is not null)
            {
                return true;
            }
        }

        return RepositoryPath.Stem(reference.From).EndsWith(".template", StringComparison.OrdinalIgnoreCase);
    }

    // A file of that very name somewhere else, or one beside it of nearly that name.
    private static string? Nearest(TemplateReference reference, RepositoryView repository)
    {
        var (name, folder) = (RepositoryPath.Name(reference.Path), RepositoryPath.Parent(reference.Path));
        var sameName = repository
            .Files.Where(file =>
                string.Equals(RepositoryPath.Name(file.Path), name, StringComparison.OrdinalIgnoreCase)
            )
            .Take(2)
            .ToList();
        if (sameName.Count == 1)
        {
            return sameName[0].Path;
        }

        var beside = repository
            .FilesBelow(folder)
            .Where(file => RepositoryPath.Parent(file.Path) == folder)
            .Select(static file => RepositoryPath.Name(file.Path))
            .Where(static other => RepositoryPath.Extension(other) is ".yml" or ".yaml");
        return Spelling.Nearest(name, beside) is { } nearest ? RepositoryPath.Combine(folder, nearest) : null;
    }

    // A template may be included where its aliases are declared; a pipeline with triggers of its own is where they are.
    private static void CheckAlias(TemplateReference reference, RepositoryCheckContext context)
    {
        var facts = context.Repository.FactsOf(reference.From);
        var declared = facts
            .Where(static fact => fact.Kind == FactKind.AzureRepository)
            .Select(static fact => fact.Value)
            .ToList();
        if (
            reference.Place.IsConditional
            || !facts.Any(static fact => fact.Kind == FactKind.AzureTrigger)
            || declared.Exists(AzureTemplates.HasTemplateExpression)
            || declared.Contains(reference.Alias!, StringComparer.OrdinalIgnoreCase)
        )
        {
            return;
        }

        var nearest = Spelling.Nearest(reference.Alias!, declared);
        context.Report(
            new Location(reference.From, reference.Fact.Span),
            $"The pipeline declares no repository '{reference.Alias}'"
                + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
            nearest is null ? $"Declare '{reference.Alias}' below 'resources', 'repositories'" : $"Write '@{nearest}'",
            reference.Fact.Value
        );
    }

    private static void CheckBody(TemplateReference reference, RepositoryCheckContext context)
    {
        var body = reference.Facts.FirstOrDefault(static fact => fact.Kind == FactKind.AzureTemplateBody);
        if (body is null || Fits(reference.Place.Name, body.Value))
        {
            return;
        }

        context.Report(
            new Location(reference.From, reference.Fact.Span),
            reference.Place.Name == "extends"
                ? $"{reference.Target} holds {body.Value}; a pipeline cannot extend it"
                : $"{reference.Target} holds {body.Value}, and is included where {reference.Place.Name} stand",
            $"Include it among {body.Value}, or name a template with {(reference.Place.Name == "extends" ? "stages" : reference.Place.Name)}",
            reference.Fact.Value,
            related: reference.Related(body.Span, $"What the template holds: {body.Value}")
        );
    }

    private static bool Fits(string place, string body) =>
        place == "extends" ? body != "variables" : body == place || (place == "jobs" && body == "phases");
}
