using System;
using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>A node of an expression. No tree is higher than <see cref="ExpressionParser.MaxDepth"/>, so that whoever walks one may recurse.</summary>
/// <param name="Start">The offset of its first character, in the text the expression was read from.</param>
/// <param name="End">The offset behind its last character.</param>
/// <param name="Height">How many nodes lie on the longest way down, with this one.</param>
internal abstract record ExpressionNode(int Start, int End, int Height)
{
    /// <summary>How many characters it takes.</summary>
    public int Length => End - Start;
}

/// <summary>A literal.</summary>
/// <param name="Kind">The token's kind: null, true, false, number, version or string.</param>
/// <param name="Value">A string's value, and any other literal as written.</param>
/// <param name="Start">As in the base.</param>
/// <param name="End">As in the base.</param>
internal sealed record LiteralNode(ExpressionTokenKind Kind, string Value, int Start, int End)
    : ExpressionNode(Start, End, 1);

/// <summary>A context: a name that stands alone or before its properties.</summary>
internal sealed record ContextNode(string Name, int Start, int End) : ExpressionNode(Start, End, 1);

/// <summary>A property by name, <c>target.name</c>.</summary>
internal sealed record PropertyNode(ExpressionNode Target, string Name, int NameStart, int End)
    : ExpressionNode(Target.Start, End, Target.Height + 1);

/// <summary>A property or item by value, <c>target[index]</c>.</summary>
internal sealed record IndexNode(ExpressionNode Target, ExpressionNode Index, int End)
    : ExpressionNode(Target.Start, End, Math.Max(Target.Height, Index.Height) + 1);

/// <summary>All items or values, <c>target.*</c> or <c>target[*]</c>.</summary>
internal sealed record FilterNode(ExpressionNode Target, int End)
    : ExpressionNode(Target.Start, End, Target.Height + 1);

/// <summary>A call.</summary>
internal sealed record CallNode(string Name, ImmutableArray<ExpressionNode> Arguments, int Start, int End, int Height)
    : ExpressionNode(Start, End, Height);

/// <summary>A negation, <c>!operand</c>.</summary>
internal sealed record NotNode(ExpressionNode Operand, int Start)
    : ExpressionNode(Start, Operand.End, Operand.Height + 1);

/// <summary>A comparison of two values.</summary>
internal sealed record ComparisonNode(ExpressionTokenKind Operator, ExpressionNode Left, ExpressionNode Right)
    : ExpressionNode(Left.Start, Right.End, Math.Max(Left.Height, Right.Height) + 1);

/// <summary>Operands between <c>&amp;&amp;</c> or between <c>||</c>; a chain of them is one node.</summary>
internal sealed record LogicalNode(bool IsAnd, ImmutableArray<ExpressionNode> Operands, int Height)
    : ExpressionNode(Operands[0].Start, Operands[Operands.Length - 1].End, Height);

/// <summary>An expression in parentheses, kept so that what is shown is what was written.</summary>
internal sealed record GroupNode(ExpressionNode Inner, int Start, int End)
    : ExpressionNode(Start, End, Inner.Height + 1);
