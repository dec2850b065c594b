using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>Tells what is wrong with expressions: what GitHub refuses, or what it makes something else of.</summary>
internal abstract class WorkflowExpressionCheck : FileCheck
{
    public sealed override ImmutableArray<FileClass> Classes => ExpressionFile.Classes;

    /// <summary>Whether the check is about what GitHub accepts.</summary>
    protected abstract bool IsAboutDoubts { get; }

    public sealed override void Run(FileCheckContext context)
    {
        foreach (
            var (site, problem) in ExpressionProblems
                .Of(context.File)
                .All.Select(static found => (found.Site, found.Problem))
        )
        {
            if (problem.IsDoubt == IsAboutDoubts)
            {
                context.Report(
                    ExpressionFile.Of(context.File).Span(site, problem.Start, problem.Length),
                    problem.Message,
                    problem.Remedy ?? "Correct the expression's syntax at the marked place",
                    site.Scalar.Value.Substring(problem.Start, problem.Length)
                );
            }
        }
    }
}
