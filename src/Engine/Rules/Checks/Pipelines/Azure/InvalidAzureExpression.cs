using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>GOV0426: expressions that Azure Pipelines cannot read, and names that it does not know where they stand.</summary>
internal sealed class InvalidAzureExpression : FileCheck
{
    public override string Id => "GOV0426";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    public override void Run(FileCheckContext context)
    {
        var expressions = AzureExpressions.Of(context.File);
        if (expressions.All.Count == 0)
        {
            return;
        }

        var scope = new AzureScope(expressions.LoopNames);
        foreach (var expression in expressions.All)
        {
            if (!expression.IsClosed)
            {
                Report(expression, expression.Scalar.Node.Value.Length - 1, 1, "The expression is not closed", context);
            }
            else if (expression.Tree.Problem is { } problem)
            {
                Report(expression, problem.Start, problem.Length, problem.Message, context);
            }
            else
            {
                foreach (var found in Problems(expression, scope))
                {
                    Report(expression, found.Start, found.Length, found.Message, context);
                }
            }
        }
    }

    private static IEnumerable<ExpressionProblem> Problems(AzureExpression expression, AzureScope scope)
    {
        foreach (var node in expression.Nodes())
        {
            var message = node switch
            {
                CallNode call => WhyNot(call, expression.Kind, scope),
                ContextNode name => scope.WhyNot(name.Name, expression.Kind),
                _ => null,
            };
            if (message is not null)
            {
                var length = node is CallNode function ? function.Name.Length : node.Length;
                yield return new ExpressionProblem(node.Start, length, message);
            }
        }
    }

    private static string? WhyNot(CallNode call, AzureExpressionKind kind, AzureScope scope)
    {
        if (AzureFunctions.Table.Find(call.Name) is not { } function)
        {
            return $"There is no function '{call.Name}'{scope.Names.Hint(call.Name, AzureFunctions.Table.Names)}";
        }

        if (AzureScope.IsStatus(function.Name) && kind != AzureExpressionKind.Condition)
        {
            return $"'{function.Name}()' is known in a 'condition' only";
        }

        return call.Arguments.Length < function.Fewest || call.Arguments.Length > function.Most
            ? $"'{function.Name}' takes {function.Arity}, and is given {call.Arguments.Length}"
            : null;
    }

    private static void Report(
        AzureExpression expression,
        int start,
        int length,
        string message,
        FileCheckContext context
    ) =>
        context.Report(
            expression.Span(start, Math.Max(1, length)),
            message,
            "Mend the expression",
            expression.Scalar.Node.Value.Substring(
                Math.Min(start, expression.Scalar.Node.Value.Length),
                Math.Min(length, Math.Max(0, expression.Scalar.Node.Value.Length - start))
            )
        );
}
