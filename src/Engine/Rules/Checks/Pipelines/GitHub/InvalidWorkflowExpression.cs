using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0404: an expression that GitHub refuses, or that can never mean what was meant.</summary>
internal sealed class InvalidWorkflowExpression : FileCheck
{
    public override string Id => "GOV0404";

    public override ImmutableArray<FileClass> Classes => ExpressionFile.Classes;

    public override void Run(FileCheckContext context)
    {
        // Of a file that could be read in part, what is missing says nothing.
        if (context.File.Yaml.Problem is not null)
        {
            return;
        }

        var file = ExpressionFile.Of(context.File);
        var problems = new List<ExpressionProblem>();
        foreach (var expression in file.Expressions)
        {
            problems.Clear();
            Check(file, expression, problems);
            foreach (var problem in problems)
            {
                context.Report(
                    file.Span(expression.Site, problem.Start, problem.Length),
                    problem.Message,
                    "Correct the expression",
                    expression.Site.Scalar.Value.Substring(problem.Start, problem.Length)
                );
            }
        }
    }

    private static void Check(ExpressionFile file, SiteExpression expression, List<ExpressionProblem> problems)
    {
        if (expression.Tree.Problem is { } problem)
        {
            problems.Add(problem);
            return;
        }

        var type = file.Check(expression, problems);
        if (problems.Count > 0 || expression.Site.IsCondition)
        {
            return;
        }

        var slot = expression.Slot;
        if (expression.IsWhole ? !expression.Site.Accepts(type) : (type.Kind & ValueKinds.Scalar) == 0)
        {
            var wanted = expression.IsWhole ? Words(expression.Site) : "a text";
            problems.Add(
                new ExpressionProblem(
                    slot.Start,
                    slot.End - slot.Start,
                    $"The value is {type}, where {wanted} is wanted"
                )
            );
        }
    }

    private static string Words(WorkflowExpressionSite site) =>
        site.Expected switch
        {
            ValueKinds.Bool => "a boolean",
            ValueKinds.Number => "a number",
            ValueKinds.Object => "an object",
            ValueKinds.Array => "a list",
            _ when !site.Keys.IsEmpty => $"a text or an object with {string.Join(" or ", site.Keys)}",
            _ => "a text",
        };
}
