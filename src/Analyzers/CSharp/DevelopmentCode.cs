using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Governance.Analyzers.CSharp;

/// <summary>Tells whether code runs only on the machine of somebody who develops.</summary>
internal static class DevelopmentCode
{
    private const string Word = "Development";

    /// <summary>Whether the operation is reached in development only, as far as what stands around it tells.</summary>
    public static bool Holds(IOperation operation, ISymbol containing) =>
        IsNamed(containing) || IsGuarded(operation) || IsForDebugging(operation.Syntax);

    /// <summary>Whether the symbol, or what it belongs to, has the word in its name.</summary>
    public static bool IsNamed(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.Name.IndexOf(Word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGuarded(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IConditionalOperation choice when child != choice.Condition:
                    if (DevelopmentCondition.Of(choice.Condition) == (child == choice.WhenTrue))
                    {
                        return true;
                    }

                    break;
                case IBlockOperation block when IsBehindGuard(block, child):
                    return true;
            }
        }

        return false;
    }

    // if (!environment.IsDevelopment()) { return ...; } and what follows it
    private static bool IsBehindGuard(IBlockOperation block, IOperation statement) =>
        block
            .Operations.TakeWhile(one => one != statement)
            .OfType<IConditionalOperation>()
            .Any(static guard =>
                guard.WhenFalse is null && Leaves(guard.WhenTrue) && DevelopmentCondition.Of(guard.Condition) == false
            );

    private static bool Leaves(IOperation operation) =>
        operation switch
        {
            IBlockOperation { Operations: { Length: > 0 } operations } => Leaves(operations[operations.Length - 1]),
            IExpressionStatementOperation expression => Leaves(expression.Operation),
            IReturnOperation or IThrowOperation => true,
            _ => false,
        };

    // The compiler sees one branch only; the conditions stand in the text before.
    private static bool IsForDebugging(SyntaxNode node)
    {
        var isDebug = ImmutableStack<bool>.Empty;
        foreach (var directive in Directives(node))
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax start:
                    isDebug = isDebug.Push(start.BranchTaken && IsDebug(start.Condition));
                    break;
                case ElifDirectiveTriviaSyntax next when !isDebug.IsEmpty:
                    isDebug = isDebug.Pop().Push(next.BranchTaken && IsDebug(next.Condition));
                    break;
                case ElseDirectiveTriviaSyntax when !isDebug.IsEmpty:
                    isDebug = isDebug.Pop().Push(false);
                    break;
                case EndIfDirectiveTriviaSyntax when !isDebug.IsEmpty:
                    isDebug = isDebug.Pop();
                    break;
            }
        }

        return isDebug.Contains(true);
    }

    private static IEnumerable<DirectiveTriviaSyntax> Directives(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot();
        return root.ContainsDirectives
            ? root.DescendantTrivia(token => token.FullSpan.Start <= node.SpanStart && token.ContainsDirectives)
                .Where(trivia => trivia.IsDirective && trivia.SpanStart < node.SpanStart)
                .Select(static trivia => trivia.GetStructure())
                .OfType<DirectiveTriviaSyntax>()
            : Enumerable.Empty<DirectiveTriviaSyntax>();
    }

    private static bool IsDebug(ExpressionSyntax condition) =>
        condition
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Any(static name =>
                name.Identifier.ValueText == "DEBUG" && !name.Parent.IsKind(SyntaxKind.LogicalNotExpression)
            );
}
