using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>GOV0422: stages and jobs that depend on what is not there or on themselves, and names that Azure Pipelines refuses.</summary>
internal sealed class BrokenPipelineDependency : FileCheck
{
    public override string Id => "GOV0422";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    public override void Run(FileCheckContext context)
    {
        var file = AzureFile.Of(context.File);
        if (file.Root is not { } root)
        {
            return;
        }

        // A template stands among stages or jobs of who includes it, so that its own list is not all there is.
        if (root.Sequence("stages") is { } stages)
        {
            Check(DependencyGroup.Of(stages, "stage"), "stage", file.IsPipeline, context);
        }

        if (root.Sequence("jobs") is { } jobs)
        {
            Check(DependencyGroup.Of(jobs, "job", "deployment"), "job", file.IsPipeline, context);
        }

        foreach (var stage in file.OfType("stage"))
        {
            if (stage.Node.Sequence("jobs") is { } ofStage)
            {
                Check(DependencyGroup.Of(ofStage, "job", "deployment"), "job", true, context);
            }
        }
    }

    private static void Check(DependencyGroup group, string what, bool isWhole, FileCheckContext context)
    {
        CheckNames(group, what, context);
        if (isWhole && !group.IsOpen)
        {
            CheckKnown(group, what, context);
        }

        foreach (var cycle in DependencyCycles.Of(group))
        {
            context.Report(
                cycle[0].Dependency.Span,
                $"The {what} '{cycle[0].Item.Name.Value}' waits for itself: "
                    + string.Join(" -> ", cycle.Select(static step => step.Item.Name.Value))
                    + $" -> {cycle[0].Item.Name.Value}",
                "Remove one of these dependencies",
                cycle[0].Item.Name.Value,
                related: cycle
                    .Skip(1)
                    .Select(step => new RelatedSpan(
                        step.Dependency.Span,
                        $"'{step.Item.Name.Value}' waits for '{step.Dependency.Value}'"
                    ))
                    .ToImmutableArray()
            );
        }
    }

    private static void CheckNames(DependencyGroup group, string what, FileCheckContext context)
    {
        var seen = new Dictionary<string, DependencyItem>(StringComparer.Ordinal);
        foreach (var item in group.Items.Where(static item => item.Name.Value.Length > 0))
        {
            var name = item.Name.Value;
            if (!AzureTemplates.Grammar.HasExpression(name) && !AzureName.IsValid(name))
            {
                context.Report(
                    item.Name.Span,
                    $"'{name}' is no name of a {what}",
                    "Begin with a letter or '_', and use letters, digits and '_' only",
                    name
                );
            }

            if (item.IsConditional)
            {
                continue;
            }

            if (seen.TryGetValue(name, out var first))
            {
                context.Report(
                    item.Name.Span,
                    $"The {what} '{name}' stands twice; it is first written in line {first.Name.Span.StartLine}",
                    "Give one of the two another name",
                    name,
                    related: ImmutableArray.Create(new RelatedSpan(first.Name.Span, "The first one"))
                );
            }
            else
            {
                seen.Add(name, item);
            }
        }
    }

    private static void CheckKnown(DependencyGroup group, string what, FileCheckContext context)
    {
        var names = group.Items.Select(static item => item.Name.Value).ToList();
        foreach (var dependency in group.Items.SelectMany(static item => item.Dependencies))
        {
            if (dependency.Value.Length == 0 || names.Contains(dependency.Value, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            var nearest = Spelling.Nearest(dependency.Value, names);
            context.Report(
                dependency.Span,
                $"There is no {what} '{dependency.Value}' to wait for"
                    + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
                nearest is null ? $"Write the name of a {what} beside this one" : $"Write '{nearest}'",
                dependency.Value
            );
        }
    }
}
