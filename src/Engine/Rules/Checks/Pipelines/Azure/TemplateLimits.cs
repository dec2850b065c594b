using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>
/// Templates that include themselves, and pipelines over the documented limits: 100 files, 100 levels.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/process/templates#imposed-limits
/// </summary>
internal static class TemplateLimits
{
    private const int MostFiles = 100;

    /// <summary>Reports both.</summary>
    public static void Check(TemplateGraph graph, RepositoryCheckContext context)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in graph.Files)
        {
            if (!done.Contains(file) && FindCycle(file, graph, done) is { } cycle)
            {
                Report(cycle, context);
            }
        }

        // Chains of more levels have more files.
        foreach (var file in graph.Files.Where(file => !graph.IsIncluded(file)))
        {
            var count = CountIncluded(file, graph);
            if (count > MostFiles)
            {
                context.Report(
                    new Location(file),
                    $"The pipeline includes {count} templates; {MostFiles} are allowed",
                    "Join templates, or split the pipeline",
                    "templates"
                );
            }
        }
    }

    private static void Report(List<TemplateReference> cycle, RepositoryCheckContext context) =>
        context.Report(
            new Location(cycle[0].From, cycle[0].Fact.Span),
            "The template includes itself: "
                + string.Join(" -> ", cycle.Select(static step => step.From))
                + " -> "
                + cycle[0].From,
            "Remove one of these references, or put it under a condition that ends it",
            cycle[0].Fact.Value,
            related: cycle
                .Skip(1)
                .Select(static step => new RelatedLocation(
                    new Location(step.From, step.Fact.Span),
                    $"'{step.From}' includes '{step.Path}'"
                ))
                .ToImmutableArray()
        );

    // The first circle met on the way from a file; it does not recurse, because chains can be long.
    private static List<TemplateReference>? FindCycle(string start, TemplateGraph graph, HashSet<string> done)
    {
        var path = new List<(string File, Queue<TemplateReference> Open, TemplateReference? Taken)> { Enter(start) };
        while (path.Count > 0)
        {
            var (file, open, _) = path[path.Count - 1];
            if (open.Count == 0)
            {
                done.Add(file);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            var next = open.Dequeue();
            path[path.Count - 1] = (file, open, next);
            if (done.Contains(next.Path))
            {
                continue;
            }

            var at = path.FindIndex(step => step.File == next.Path);
            if (at < 0)
            {
                path.Add(Enter(next.Path));
                continue;
            }

            done.UnionWith(path.Select(static step => step.File));
            return path.Skip(at).Select(static step => step.Taken!).ToList();
        }

        return null;

        (string, Queue<TemplateReference>, TemplateReference?) Enter(string file) =>
            (file, new Queue<TemplateReference>(graph.Includes(file)), null);
    }

    private static int CountIncluded(string start, TemplateGraph graph)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        var open = new Queue<string>(seen);
        while (open.Count > 0)
        {
            foreach (var next in graph.Includes(open.Dequeue()))
            {
                if (seen.Add(next.Path))
                {
                    open.Enqueue(next.Path);
                }
            }
        }

        return seen.Count - 1;
    }
}
