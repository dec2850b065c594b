using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>What an expression's value is made of: the parts whose text can come out of it.</summary>
internal static class ValueFlow
{
    // The result of these is a truth value or a hash.
    private static readonly string[] Blocking = { "contains", "startsWith", "endsWith", "hashFiles" };

    /// <summary>A part that comes through.</summary>
    /// <param name="Node">The part.</param>
    /// <param name="Path">The names from its context on.</param>
    /// <param name="IsWhole">Whether all that is in it is written out.</param>
    internal readonly record struct Source(ExpressionNode Node, IReadOnlyList<string> Path, bool IsWhole);

    /// <summary>The parts of an expression whose text comes through.</summary>
    public static IEnumerable<Source> Of(ExpressionNode root)
    {
        var found = new List<Source>();
        Follow(root, false, found);
        return found;
    }

    private static void Follow(ExpressionNode node, bool isWhole, List<Source> found)
    {
        switch (node)
        {
            case GroupNode group:
                Follow(group.Inner, isWhole, found);
                break;
            case LogicalNode { IsAnd: true } all:
                // Another than the last comes through only when it is empty or false.
                Follow(all.Operands[all.Operands.Length - 1], isWhole, found);
                break;
            case LogicalNode any:
                foreach (var operand in any.Operands)
                {
                    Follow(operand, isWhole, found);
                }

                break;
            case CallNode call when !Blocking.Contains(call.Name, StringComparer.OrdinalIgnoreCase):
                Arguments(call, isWhole, found);
                break;
            case ContextNode or PropertyNode or IndexNode or FilterNode:
                Access(node, isWhole, found);
                break;
        }
    }

    private static void Arguments(CallNode call, bool isWhole, List<Source> found)
    {
        var writesOut = string.Equals(call.Name, "toJSON", StringComparison.OrdinalIgnoreCase);
        var isCase = string.Equals(call.Name, "case", StringComparison.OrdinalIgnoreCase);
        for (var index = 0; index < call.Arguments.Length; index++)
        {
            // The conditions of 'case' choose a value and are none.
            if (!isCase || index % 2 == 1 || index == call.Arguments.Length - 1)
            {
                Follow(call.Arguments[index], isWhole || writesOut, found);
            }
        }
    }

    private static void Access(ExpressionNode node, bool isWhole, List<Source> found)
    {
        if (ExpressionPath.Of(node) is { } path)
        {
            found.Add(new Source(node, path, isWhole));
            return;
        }

        // What is taken out of one of several values is taken out of each.
        var names = new List<string>();
        var target = node;
        while (target is PropertyNode or IndexNode or FilterNode)
        {
            names.Add(NameOf(target));
            target = target switch
            {
                PropertyNode property => property.Target,
                IndexNode index => index.Target,
                _ => ((FilterNode)target).Target,
            };
            target = target is GroupNode group ? group.Inner : target;
        }

        names.Reverse();
        var inner = new List<Source>();
        Follow(target, isWhole, inner);
        found.AddRange(inner.Select(source => source with { Node = node, Path = source.Path.Concat(names).ToList() }));
    }

    private static string NameOf(ExpressionNode node) =>
        node switch
        {
            PropertyNode property => property.Name,
            IndexNode { Index: LiteralNode { Kind: ExpressionTokenKind.String } literal } => literal.Value,
            IndexNode => ExpressionPath.Item,
            _ => ExpressionPath.Star,
        };
}
