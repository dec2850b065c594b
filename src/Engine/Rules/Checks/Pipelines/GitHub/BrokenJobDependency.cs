using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0405: <c>needs</c> names a job that does not exist, or jobs wait for one another.</summary>
internal sealed class BrokenJobDependency : FileCheck
{
    public override string Id => "GOV0405";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubWorkflow);

    public override void Run(FileCheckContext context)
    {
        var jobs = new Dictionary<string, YamlEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in WorkflowFile.Of(context.File).Jobs)
        {
            if (entry.Key is YamlScalar id && !jobs.ContainsKey(id.Value))
            {
                jobs.Add(id.Value, entry);
            }
        }

        var waiting = jobs.Values.Where(static job => (job.Value as YamlMapping)?.Has("needs") == true).ToList();
        foreach (var entry in waiting)
        {
            CheckNames((YamlScalar)entry.Key, Needs(entry), jobs, context);
        }

        CheckCycles(waiting, jobs, context);
    }

    private static IEnumerable<YamlScalar> Needs(YamlEntry job) =>
        (job.Value as YamlMapping)?["needs"] switch
        {
            YamlSequence list => list.Items.Select(static item => item.AsScalar()).OfType<YamlScalar>(),
            { } node when node.AsScalar() is { } one => [one],
            _ => [],
        };

    private static void CheckNames(
        YamlScalar job,
        IEnumerable<YamlScalar> needs,
        Dictionary<string, YamlEntry> jobs,
        FileCheckContext context
    )
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var need in needs)
        {
            if (!jobs.ContainsKey(need.Value))
            {
                var nearest = Spelling.Nearest(need.Value, jobs.Keys.Where(other => other != job.Value));
                context.Report(
                    need.Span,
                    $"Job '{job.Value}' needs '{need.Value}', and there is no such job"
                        + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
                    nearest is null ? "Remove it, or name a job of this workflow" : $"Write '{nearest}'",
                    need.Value
                );
            }
            else if (!seen.Add(need.Value))
            {
                context.Report(
                    need.Span,
                    $"Job '{job.Value}' needs '{need.Value}' twice",
                    "Remove one of the two",
                    need.Value
                );
            }
        }
    }

    // Each job is entered once; those on the way are the cycle when one of them is met again.
    private static void CheckCycles(
        List<YamlEntry> waiting,
        Dictionary<string, YamlEntry> jobs,
        FileCheckContext context
    )
    {
        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var start in waiting)
        {
            var way = new List<(string Job, IEnumerator<YamlScalar> Needs)>();
            Enter(((YamlScalar)start.Key).Value);
            while (way.Count > 0)
            {
                var (job, needs) = way[way.Count - 1];
                if (!needs.MoveNext())
                {
                    done.Add(job);
                    way.RemoveAt(way.Count - 1);
                    continue;
                }

                var next = needs.Current.Value;
                var met = way.FindIndex(step => string.Equals(step.Job, next, StringComparison.OrdinalIgnoreCase));
                if (met >= 0)
                {
                    Report(way.Skip(met).Select(static step => step.Job).ToList());
                    done.UnionWith(way.Select(static step => step.Job));
                    break;
                }

                Enter(next);
            }

            void Enter(string job)
            {
                if (!done.Contains(job) && jobs.TryGetValue(job, out var entry))
                {
                    way.Add((job, Needs(entry).GetEnumerator()));
                }
            }
        }

        void Report(List<string> cycle)
        {
            var first = cycle.Select(job => (YamlScalar)jobs[job].Key).OrderBy(static key => key.Span).First();
            context.Report(
                first.Span,
                $"Jobs wait for one another, so that none of them starts: {string.Join(" -> ", cycle.Concat([cycle[0]]))}",
                "Remove one of these from 'needs'",
                string.Join(" ", cycle.OrderBy(static job => job, StringComparer.Ordinal))
            );
        }
    }
}
