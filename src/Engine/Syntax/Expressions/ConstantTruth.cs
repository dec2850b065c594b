using System.Linq;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>
/// Whether an expression of GitHub Actions is true or false in every run. Null, zero, NaN and the empty string are false.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#literals
/// </summary>
internal static class ConstantTruth
{
    private static readonly string[] OfRun = { "hashFiles", "always", "success", "failure", "cancelled" };

    /// <summary>True or false where it is so in every run; else null.</summary>
    public static bool? Of(ExpressionNode node) =>
        node switch
        {
            GroupNode group => Of(group.Inner),
            NotNode not => !Of(not.Operand),
            LiteralNode literal => OfLiteral(literal),
            LogicalNode { IsAnd: true } all => Of(all, decides: false),
            LogicalNode any => Of(any, decides: true),
            ComparisonNode { Left: LiteralNode left, Right: LiteralNode right } comparison
                when left.Kind == ExpressionTokenKind.String && right.Kind == ExpressionTokenKind.String => OfStrings(
                comparison.Operator,
                left.Value,
                right.Value
            ),
            _ => null,
        };

    /// <summary>Whether nothing of an expression can change from run to run.</summary>
    public static bool IsConstant(ExpressionNode node) =>
        node switch
        {
            GroupNode group => IsConstant(group.Inner),
            LiteralNode => true,
            NotNode not => IsConstant(not.Operand),
            ComparisonNode comparison => IsConstant(comparison.Left) && IsConstant(comparison.Right),
            LogicalNode logical => logical.Operands.All(IsConstant),
            CallNode call => !OfRun.Contains(call.Name, System.StringComparer.OrdinalIgnoreCase)
                && call.Arguments.All(IsConstant),
            IndexNode index => IsConstant(index.Target) && IsConstant(index.Index),
            PropertyNode property => IsConstant(property.Target),
            FilterNode filter => IsConstant(filter.Target),
            _ => false,
        };

    // One false operand decides for 'and', one true for 'or', whatever the others are.
    private static bool? Of(LogicalNode node, bool decides)
    {
        var isKnown = true;
        foreach (var operand in node.Operands)
        {
            var truth = Of(operand);
            if (truth == decides)
            {
                return decides;
            }

            isKnown &= truth is not null;
        }

        return isKnown ? !decides : null;
    }

    private static bool? OfLiteral(LiteralNode literal) =>
        literal.Kind switch
        {
            ExpressionTokenKind.True => true,
            ExpressionTokenKind.False or ExpressionTokenKind.Null => false,
            ExpressionTokenKind.String => literal.Value.Length > 0,
            ExpressionTokenKind.Number => literal.Value != "NaN" && ExpressionLexer.Number(literal.Value) != 0,
            _ => null,
        };

    // Strings are compared without case.
    private static bool? OfStrings(ExpressionTokenKind operation, string left, string right)
    {
        var isEqual = string.Equals(left, right, System.StringComparison.OrdinalIgnoreCase);
        return operation switch
        {
            ExpressionTokenKind.Equal => isEqual,
            ExpressionTokenKind.NotEqual => !isEqual,
            _ => null,
        };
    }
}
