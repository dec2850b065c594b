using System.Collections.Generic;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>The names an expression leads along, from a context to a value.</summary>
internal static class ExpressionPath
{
    /// <summary>What stands for all values at a place, behind a <c>*</c>.</summary>
    public const string Star = "*";

    /// <summary>What stands for one value at a place that is named by a number or only in the run.</summary>
    public const string Item = "[]";

    /// <summary>A path as it is shown: <c>github.event.commits[].message</c>.</summary>
    public static string Text(IEnumerable<string> path) => string.Join(".", path).Replace("." + Item, Item);

    /// <summary>
    /// The names from the context on, <see cref="Star"/> and <see cref="Item"/> for what is not named; null where the
    /// expression does not begin at a context.
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
                    names.Add(Item);
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
