using System;
using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>
/// Reads an expression into a tree, in time linear in its length. Reading ends at the first problem; nesting is bounded, so
/// that no input takes the stack down.
/// </summary>
internal sealed partial class ExpressionParser
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
