using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Expressions;

// What operators stand between: literals, contexts, calls, groups, and the ways into them.
internal sealed partial class ExpressionParser
{
    private ExpressionNode? Postfix()
    {
        var node = Primary();
        // A literal has no properties, in either grammar.
        while (
            node is not (null or LiteralNode)
            && (_token.Kind is ExpressionTokenKind.Dot or ExpressionTokenKind.OpenBracket)
        )
        {
            node = _token.Kind == ExpressionTokenKind.Dot ? Property(node) : Index(node);
        }

        return node;
    }

    private ExpressionNode? Property(ExpressionNode target)
    {
        Advance();
        switch (_token.Kind)
        {
            case ExpressionTokenKind.Star:
                return Bounded(new FilterNode(target, Advance().End));
            case ExpressionTokenKind.Name:
                var name = Advance();
                return Bounded(new PropertyNode(target, _lexer.Text(name), name.Start, name.End));
            default:
                return Expect("the name of a property or '*'");
        }
    }

    private ExpressionNode? Index(ExpressionNode target)
    {
        var open = _token;
        if (!Enter())
        {
            return null;
        }

        Advance();
        ExpressionNode? node = null;
        if (_token.Kind == ExpressionTokenKind.Star)
        {
            Advance();
            node = Close(open, ExpressionTokenKind.CloseBracket) ? new FilterNode(target, _previousEnd) : null;
        }
        else if (Disjunction() is { } index && Close(open, ExpressionTokenKind.CloseBracket))
        {
            node = new IndexNode(target, index, _previousEnd);
        }

        _depth--;
        return node is null ? null : Bounded(node);
    }

    private ExpressionNode? Primary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case ExpressionTokenKind.Null
            or ExpressionTokenKind.True
            or ExpressionTokenKind.False
            or ExpressionTokenKind.Number
            or ExpressionTokenKind.Version:
                Advance();
                return new LiteralNode(token.Kind, _lexer.Text(token), token.Start, token.End);
            case ExpressionTokenKind.String:
                Advance();
                return new LiteralNode(token.Kind, _lexer.StringValue(token), token.Start, token.End);
            case ExpressionTokenKind.OpenParenthesis when _grammar == ExpressionGrammar.GitHub:
                return Group();
            case ExpressionTokenKind.Name:
                Advance();
                return _token.Kind == ExpressionTokenKind.OpenParenthesis
                    ? Call(token)
                    : new ContextNode(_lexer.Text(token), token.Start, token.End);
            default:
                return Expect("a value");
        }
    }

    private ExpressionNode? Group()
    {
        if (!Enter())
        {
            return null;
        }

        var open = Advance();
        var inner = Disjunction();
        _depth--;
        return inner is not null && Close(open, ExpressionTokenKind.CloseParenthesis)
            ? Bounded(new GroupNode(inner, open.Start, _previousEnd))
            : null;
    }

    private ExpressionNode? Call(ExpressionToken name)
    {
        if (!Enter())
        {
            return null;
        }

        var open = Advance();
        var arguments = new List<ExpressionNode>();
        var height = 0;
        while (_token.Kind != ExpressionTokenKind.CloseParenthesis || arguments.Count > 0)
        {
            if (Disjunction() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
            height = Math.Max(height, argument.Height);
            if (_token.Kind != ExpressionTokenKind.Comma)
            {
                break;
            }

            Advance();
        }

        _depth--;
        return Close(open, ExpressionTokenKind.CloseParenthesis)
            ? Bounded(
                new CallNode(_lexer.Text(name), arguments.ToImmutableArray(), name.Start, _previousEnd, height + 1)
            )
            : null;
    }
}
