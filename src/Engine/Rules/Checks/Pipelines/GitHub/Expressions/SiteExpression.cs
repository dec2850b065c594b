using System.Collections.Immutable;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>An expression of a site.</summary>
/// <param name="Site">Where it stands.</param>
/// <param name="Slot">Its placeholder; for a condition without <c>${{ }}</c>, the whole value.</param>
/// <param name="Tree">What it says.</param>
/// <param name="IsWhole">Whether nothing but white space stands around it, so that its value is the scalar's.</param>
internal sealed record SiteExpression(
    WorkflowExpressionSite Site,
    ExpressionSlot Slot,
    ExpressionTree Tree,
    bool IsWhole
)
{
    /// <summary>The expressions of a site, in the order written.</summary>
    public static ImmutableArray<SiteExpression> Of(WorkflowExpressionSite site)
    {
        var value = site.Scalar.Value;
        var slots = TemplateScanner.Scan(value, ExpressionGrammar.GitHub);
        if (slots.IsEmpty && site.IsCondition && !string.IsNullOrWhiteSpace(value))
        {
            var whole = new ExpressionSlot(ExpressionSlotKind.Template, 0, value.Length, 0, value.Length);
            var tree = ExpressionParser.Parse(value, ExpressionGrammar.GitHub);
            return ImmutableArray.Create(new SiteExpression(site, whole, tree, true));
        }

        var expressions = ImmutableArray.CreateBuilder<SiteExpression>(slots.Length);
        foreach (var slot in slots)
        {
            var tree = slot.IsClosed
                ? ExpressionParser.Parse(value, slot.ContentStart, slot.ContentEnd, ExpressionGrammar.GitHub)
                : Unclosed(value, slot);
            var isWhole = slots.Length == 1 && IsBlank(value, 0, slot.Start) && IsBlank(value, slot.End, value.Length);
            expressions.Add(new SiteExpression(site, slot, tree, isWhole));
        }

        return expressions.ToImmutable();
    }

    // What is wrong inside says more than that the end is missing, and may be why it is not found.
    private static ExpressionTree Unclosed(string value, ExpressionSlot slot)
    {
        var tree = ExpressionParser.Parse(value, slot.ContentStart, slot.ContentEnd, ExpressionGrammar.GitHub);
        return tree.Root is null && tree.Problem is { Length: > 0 }
            ? tree
            : new ExpressionTree(null, new ExpressionProblem(slot.Start, 3, "The expression has no '}}' behind it"));
    }

    private static bool IsBlank(string value, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!char.IsWhiteSpace(value[at]))
            {
                return false;
            }
        }

        return true;
    }
}
