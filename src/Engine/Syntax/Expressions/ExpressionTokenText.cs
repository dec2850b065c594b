namespace Governance.Engine.Syntax.Expressions;

/// <summary>Says what a token is, and what is wrong with one that stands where another was expected.</summary>
internal sealed class ExpressionTokenText(ExpressionLexer lexer, ExpressionGrammar grammar)
{
    private const int LongestShown = 40;

    /// <summary>The token as it is shown.</summary>
    public string Name(ExpressionToken token)
    {
        if (token.Kind == ExpressionTokenKind.End)
        {
            return "the end of the expression";
        }

        var written = lexer.Text(token with { Length = System.Math.Min(token.Length, LongestShown) });
        return token.Kind == ExpressionTokenKind.String
            ? $"the string {written}"
            : $"'{written.Replace("\n", " ").Replace("\r", " ")}'";
    }

    /// <summary>The problem that a token stands here.</summary>
    public ExpressionProblem Unexpected(ExpressionToken token, string expected) =>
        new(token.Start, token.Length, Message(token, expected));

    private string Message(ExpressionToken token, string expected) =>
        token.Kind switch
        {
            ExpressionTokenKind.OpenString =>
                "The string has no closing quotation mark (a quotation mark in it is doubled)",
            ExpressionTokenKind.BadNumber => $"{Name(token)} is not a number",
            ExpressionTokenKind.End => $"The expression ends where {expected} was expected",
            ExpressionTokenKind.Unknown => OfUnknown(lexer.Text(token)),
            ExpressionTokenKind.OpenParenthesis when grammar == ExpressionGrammar.Azure =>
                "'(' stands without the name of a function before it; Azure Pipelines groups by functions alone",
            _ => $"{Name(token)} stands where {expected} was expected",
        };

    private string OfUnknown(string written)
    {
        var function = grammar == ExpressionGrammar.GitHub ? null : FunctionFor(written);
        var isPlain = written.Length == 2 || written[0] is > ' ' and < '\u007f';
        return written switch
        {
            "\"" => "A string stands in single quotation marks in an expression, not in double ones",
            "=" when grammar == ExpressionGrammar.GitHub => "'=' is no operator; equality is '=='",
            "&" when grammar == ExpressionGrammar.GitHub => "'&' is no operator; both conditions are joined by '&&'",
            "|" when grammar == ExpressionGrammar.GitHub => "'|' is no operator; alternatives are joined by '||'",
            "+" or "-" or "/" or "%" => $"'{written}' is no operator; expressions cannot calculate",
            _ when function is not null =>
                $"'{written}' is no operator of Azure Pipelines; write the function {function}",
            _ when isPlain => $"'{written}' is no part of the language of expressions",
            _ => $"The character U+{(int)written[0]:X4} is no part of the language of expressions",
        };
    }

    private static string? FunctionFor(string written) =>
        written switch
        {
            "==" or "=" => "eq(a, b)",
            "!=" => "ne(a, b)",
            "&&" or "&" => "and(a, b)",
            "||" or "|" => "or(a, b)",
            "!" => "not(a)",
            "<" => "lt(a, b)",
            "<=" => "le(a, b)",
            ">" => "gt(a, b)",
            ">=" => "ge(a, b)",
            _ => null,
        };
}
