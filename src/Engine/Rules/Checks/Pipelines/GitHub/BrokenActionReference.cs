using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0406: a workflow uses an action or workflow of its own repository that is not there, or calls one in a way it refuses.</summary>
internal sealed class BrokenActionReference : RepositoryCheck
{
    public override string Id => "GOV0406";

    public override void Run(RepositoryCheckContext context)
    {
        foreach (var use in context.Repository.Facts(FactKind.LocalActionUse))
        {
            CheckAction(use, context);
        }

        foreach (var call in context.Repository.Facts(FactKind.LocalWorkflowCall))
        {
            CheckWorkflow(call, context);
        }
    }

    private static void CheckAction(PlacedFact use, RepositoryCheckContext context)
    {
        // Outside '.github' lies what a step may build or fetch before.
        if (Resolve(use.Fact.Value) is not { } folder || !RepositoryPath.IsBelow(folder, ".github"))
        {
            return;
        }

        var files = new[] { "action.yml", "action.yaml", "Dockerfile", "dockerfile" };
        if (!files.Any(file => context.Repository.Find(RepositoryPath.Combine(folder, file)) is not null))
        {
            var known = context
                .Repository.Facts(FactKind.GitHubAction)
                .Select(static action => "./" + RepositoryPath.Parent(action.Path));
            Missing(use, $"There is no action at '{use.Fact.Value}'", known, context);
        }
    }

    private static void CheckWorkflow(PlacedFact call, RepositoryCheckContext context)
    {
        if (Resolve(call.Fact.Value) is not { } path)
        {
            return;
        }

        if (context.Repository.Find(path) is null)
        {
            var known = context
                .Repository.Facts(FactKind.CallableWorkflow)
                .Select(static workflow => "./" + workflow.Path);
            Missing(call, $"There is no workflow at '{call.Fact.Value}'", known, context);
            return;
        }

        var called = context.Repository.FactsOf(path);
        if (called.FirstOrDefault(static fact => fact.Kind == FactKind.CallableWorkflow) is not { } callable)
        {
            // One that could not be read has no facts, and is reported where it breaks off.
            if (context.Repository.Has(path, FactKind.GitHubWorkflow))
            {
                context.Report(
                    new Location(call.Path, call.Fact.Span),
                    $"'{call.Fact.Value}' cannot be called: it has no 'workflow_call' under 'on'",
                    "Add 'workflow_call' to the events of the called workflow",
                    call.Fact.Value
                );
            }

            return;
        }

        new WorkflowCall(context, call, path, called).Check();
    }

    private static void Missing(
        PlacedFact use,
        string message,
        IEnumerable<string> known,
        RepositoryCheckContext context
    )
    {
        var nearest = Spelling.Nearest(use.Fact.Value, known);
        context.Report(
            new Location(use.Path, use.Fact.Span),
            message + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
            nearest is null ? "Correct the path, which begins at the root of the repository" : $"Write '{nearest}'",
            use.Fact.Value
        );
    }

    private static string? Resolve(string uses) => RepositoryPath.Resolve("", uses.Substring(2));
}
