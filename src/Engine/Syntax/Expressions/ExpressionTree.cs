namespace Governance.Engine.Syntax.Expressions;

/// <summary>An expression as far as it could be read.</summary>
/// <param name="Root">The tree; null where there is a problem.</param>
/// <param name="Problem">The first thing that is no expression; null when all is.</param>
internal sealed record ExpressionTree(ExpressionNode? Root, ExpressionProblem? Problem);
