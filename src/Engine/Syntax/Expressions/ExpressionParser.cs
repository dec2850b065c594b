using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>
/// Reads an expression into a tree, in time linear in its length. Reading ends at the first problem; nesting is bounded, so
/// that no input takes the stack down.
/// </summary>
internal sealed class ExpressionParser
{
    /// <summary>How high a tree may be. GitHub stops at 50, Azure Pipelines at 50 too.</summary>
    public const int MaxDepth = 256;

    private readonly ExpressionLexer _lexer;
    private readonly ExpressionTokenText _words;
    private readonly ExpressionGrammar _grammar;
    private ExpressionToken _token;
    private int _previousEnd;
    private int _depth;
    private ExpressionProblem? _problem;

    private ExpressionParser(string text, int start, int end, ExpressionGrammar grammar)
    {
        _lexer = new ExpressionLexer(text, start, end, grammar);
        _words = new ExpressionTokenText(_lexer, grammar);
        _grammar = grammar;
        _previousEnd = start;
        _token = _lexer.Next();
    }

    /// <summary>Reads the expression between two offsets of a text.</summary>
    public static ExpressionTree Parse(string text, int start, int end, ExpressionGrammar grammar)
    {
        var parser = new ExpressionParser(text, start, end, grammar);
        if (parser._token.Kind == ExpressionTokenKind.End)
        {
            return new ExpressionTree(null, new ExpressionProblem(start, end - start, "The expression is empty"));
        }

        var root = parser.Disjunction();
        if (root is not null && parser._token.Kind != ExpressionTokenKind.End)
        {
            parser.Expect(grammar == ExpressionGrammar.GitHub ? "an operator or the end" : "the end of the expression");
        }

        return new ExpressionTree(parser._problem is null ? root : null, parser._problem);
    }

    /// <summary>Reads a whole text.</summary>
    public static ExpressionTree Parse(string text, ExpressionGrammar grammar) => Parse(text, 0, text.Length, grammar);

    private ExpressionNode? Disjunction() => Chain(isAnd: false);

    private ExpressionNode? Chain(bool isAnd)
    {
        var separator = isAnd ? ExpressionTokenKind.And : ExpressionTokenKind.Or;
        var first = isAnd ? Equality() : Chain(isAnd: true);
        if (first is null || _token.Kind != separator)
        {
            return first;
        }

        var operands = ImmutableArray.CreateBuilder<ExpressionNode>();
        operands.Add(first);
        var height = first.Height;
        while (_token.Kind == separator)
        {
            Advance();
            if ((isAnd ? Equality() : Chain(isAnd: true)) is not { } operand)
            {
                return null;
            }

            operands.Add(operand);
            height = Math.Max(height, operand.Height);
        }

        return Bounded(new LogicalNode(isAnd, operands.ToImmutable(), height + 1));
    }

    private ExpressionNode? Equality()
    {
        var left = Relation();
        while (left is not null && (_token.Kind is ExpressionTokenKind.Equal or ExpressionTokenKind.NotEqual))
        {
            var kind = Advance().Kind;
            left = Relation() is { } right ? Bounded(new ComparisonNode(kind, left, right)) : null;
        }

        return left;
    }

    private ExpressionNode? Relation()
    {
        var left = Unary();
        while (
            left is not null
            && _token.Kind
                is ExpressionTokenKind.Less
                    or ExpressionTokenKind.LessOrEqual
                    or ExpressionTokenKind.Greater
                    or ExpressionTokenKind.GreaterOrEqual
        )
        {
            var kind = Advance().Kind;
            left = Unary() is { } right ? Bounded(new ComparisonNode(kind, left, right)) : null;
        }

        return left;
    }

    private ExpressionNode? Unary()
    {
        if (_token.Kind != ExpressionTokenKind.Not)
        {
            return Postfix();
        }

        if (!Enter())
        {
            return null;
        }

        var start = Advance().Start;
        var operand = Unary();
        _depth--;
        return operand is null ? null : Bounded(new NotNode(operand, start));
    }

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

    private bool Close(ExpressionToken open, ExpressionTokenKind kind)
    {
        if (_token.Kind == kind)
        {
            Advance();
            return true;
        }

        var closing = kind == ExpressionTokenKind.CloseBracket ? "']'" : "')'";
        Expect($"{closing} for the {_words.Name(open)} before it");
        return false;
    }

    private ExpressionToken Advance()
    {
        var token = _token;
        _previousEnd = token.End;
        _token = _lexer.Next();
        return token;
    }

    private bool Enter()
    {
        if (_depth < MaxDepth)
        {
            _depth++;
            return true;
        }

        TooDeep(_token.Start, _token.Length);
        return false;
    }

    private ExpressionNode? Bounded(ExpressionNode node)
    {
        if (node.Height <= MaxDepth)
        {
            return node;
        }

        TooDeep(node.Start, node.Length);
        return null;
    }

    private void TooDeep(int start, int length) =>
        _problem ??= new ExpressionProblem(
            start,
            length,
            $"The expression nests deeper than {MaxDepth} levels, where reading stops"
        );

    private ExpressionNode? Expect(string expected)
    {
        _problem ??= _words.Unexpected(_token, expected);
        return null;
    }
}

/// <summary>An expression as far as it could be read.</summary>
/// <param name="Root">The tree; null where there is a problem.</param>
/// <param name="Problem">The first thing that is no expression; null when all is.</param>
internal sealed record ExpressionTree(ExpressionNode? Root, ExpressionProblem? Problem);
