using System.Collections.Generic;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>The names an expression leads along, from a context to a value.</summary>
internal static class ExpressionPath
{
    /// <summary>What stands for a place that a <c>*</c>, a number or a calculated index leads through.</summary>
    public const string Star = "*";

    /// <summary>
    /// The names from the context on, <see cref="Star"/> for what is not named; null where the expression does not begin at a
    /// context.
    /// </summary>
    public static IReadOnlyList<string>? Of(ExpressionNode node)
    {
        var names = new List<string>();
        while (true)
        {
            switch (node)
            {
                case GroupNode group:
                    node = group.Inner;
                    break;
                case PropertyNode property:
                    names.Add(property.Name);
                    node = property.Target;
                    break;
                case IndexNode { Index: LiteralNode { Kind: ExpressionTokenKind.String } name } index:
                    names.Add(name.Value);
                    node = index.Target;
                    break;
                case IndexNode index:
                    names.Add(Star);
                    node = index.Target;
                    break;
                case FilterNode filter:
                    names.Add(Star);
                    node = filter.Target;
                    break;
                case ContextNode context:
                    names.Add(context.Name);
                    names.Reverse();
                    return names;
                default:
                    return null;
            }
        }
    }
}
