using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Delivery;

/// <summary>What runs in a workflow, where it leads, what starts it, and what it is given to sign in with.</summary>
internal sealed class GitHubDeliveryReader : FactReader
{
    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } =
        ImmutableArray.Create(FileClass.GitHubWorkflow, FileClass.Yaml);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        if (
            file.Yaml.Problem is not null
            || file.Yaml.RootMapping is not { } root
            || !GitHubWorkflowReader.IsWorkflow(root)
        )
        {
            return;
        }

        var delivery = new GitHubDelivery(root);
        var jobs = new Dictionary<string, YamlMapping>(System.StringComparer.Ordinal);
        foreach (var (id, job) in delivery.Jobs)
        {
            jobs[id.Value] = job;
        }

        var workflow = facts.Append(
            new Fact(FactKind.DeliveryUnit, "workflow " + (root.Text("name") ?? ""), root.Span)
        );
        if (workflow == Fact.NoOwner)
        {
            return;
        }

        var mostSteps = delivery.Jobs.Select(static job => StepsOf(job.Node)).DefaultIfEmpty(0).Sum();
        var credentials = new GitHubCredentials(file, delivery, facts);
        credentials.ReadEnvironment(root, workflow, mostSteps, root);
        foreach (var (id, job) in delivery.Jobs)
        {
            var unit = facts.Append(new Fact(FactKind.DeliveryUnit, "job " + id.Value, job.Span, workflow));
            if (unit == Fact.NoOwner)
            {
                return;
            }

            // Who may start a job matters where it leads somewhere.
            if (ReadTargets(job, delivery, unit, facts))
            {
                foreach (var start in GitHubStarts.Of(root, jobs, id.Value))
                {
                    facts.Append(new Fact(FactKind.DeliveryStart, start, id.Span, unit));
                }
            }

            credentials.ReadEnvironment(job, unit, StepsOf(job), job);
            credentials.ReadSteps(job, unit);
            credentials.ReadCall(job);
        }

        credentials.ReadPersonalTokens();
        if (facts.All(static fact => fact.Kind is FactKind.DeliveryUnit or FactKind.GitHubWorkflow))
        {
            // Jobs are there to place what is said of them: where nothing is, the workflow will do.
            facts.RemoveRange(workflow + 1, facts.Count - workflow - 1);
        }
    }

    private static int StepsOf(YamlMapping job) => job.Sequence("steps")?.Items.Length ?? 0;

    // The environment, and what is handed to a workflow that is called. False where there is none.
    private static bool ReadTargets(YamlMapping job, GitHubDelivery delivery, int unit, List<Fact> facts)
    {
        var before = facts.Count;
        var environment = job["environment"] is YamlMapping about ? about["name"] : job["environment"];
        if (environment.AsScalar() is { } name)
        {
            Append(name, "environment ");
        }

        if (job.Has("uses"))
        {
            foreach (var argument in job.Mapping("with")?.Entries ?? ImmutableArray<YamlEntry>.Empty)
            {
                if (
                    argument.Key.AsScalar() is { } key
                    && key.Value.IndexOf("env", System.StringComparison.OrdinalIgnoreCase) >= 0
                    && argument.Value.AsScalar() is { } given
                )
                {
                    Append(given, "environment ");
                }
            }
        }

        return facts.Count > before;

        void Append(YamlScalar scalar, string kind)
        {
            foreach (var value in delivery.Values(scalar.Value, job))
            {
                facts.Append(new Fact(FactKind.DeliveryTarget, kind + value, scalar.Span, unit));
            }
        }
    }
}
