using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0409: a condition that is the same in every run.</summary>
internal sealed class ConstantWorkflowCondition : FileCheck
{
    public override string Id => "GOV0409";

    public override ImmutableArray<FileClass> Classes => ExpressionFile.Classes;

    public override void Run(FileCheckContext context)
    {
        if (context.File.Yaml.Problem is not null)
        {
            return;
        }

        WorkflowExpressionSite? last = null;
        foreach (var expression in ExpressionFile.Of(context.File).Expressions)
        {
            // Of a condition with several expressions one finding is enough.
            if (expression.Site.IsCondition && !ReferenceEquals(expression.Site, last))
            {
                Check(expression, context);
                last = expression.Site;
            }
        }
    }

    private static void Check(SiteExpression expression, FileCheckContext context)
    {
        var value = expression.Site.Scalar.Value;
        var slot = expression.Slot;
        var hasText = slot.ContentStart > 0 && (slot.Start > 0 || slot.End < value.Length);
        if (hasText)
        {
            var isBlank = expression.IsWhole;
            context.Report(
                expression.Site.Scalar.Span,
                isBlank
                    ? "The condition is true in every run: white space around '${{ }}' makes it a text, and a text that is not empty is true"
                    : "The condition is true in every run: what stands beside '${{ }}' makes it a text, and a text that is not empty is true",
                expression.Site.Scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded
                    ? "Leave '${{' and '}}' out, or let the block end without a line break ('|-')"
                    : "Write the whole condition without '${{' and '}}'",
                value
            );
        }
        else if (expression.Tree.Root is { } root && Message(root) is { } message)
        {
            context.Report(
                expression.Site.Scalar.Span,
                message,
                "Remove the condition or what it stands at, or compare with what is meant",
                value
            );
        }
    }

    private static string? Message(ExpressionNode root) =>
        ConstantTruth.Of(root) switch
        {
            true when ConstantTruth.IsConstant(root) => "The condition is true in every run",
            false when ConstantTruth.IsConstant(root) => "The condition is false in every run",
            true => "The condition is true in every run, whatever its other parts are",
            false => "The condition is false in every run, whatever its other parts are",
            _ => ConstantTruth.IsConstant(root) ? "The condition has the same value in every run" : null,
        };
}
