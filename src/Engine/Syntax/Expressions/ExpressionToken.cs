namespace Governance.Engine.Syntax.Expressions;

/// <summary>What a piece of an expression is.</summary>
internal enum ExpressionTokenKind
{
    End,
    Name,
    Null,
    True,
    False,
    Number,
    Version,
    String,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Dot,
    Star,
    Comma,
    Not,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,

    /// <summary>No piece of the grammar.</summary>
    Unknown,

    /// <summary>A string whose closing quotation mark is missing.</summary>
    OpenString,

    /// <summary>What begins as a number and is none.</summary>
    BadNumber,
}

/// <summary>A piece of an expression.</summary>
internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, int Start, int Length)
{
    /// <summary>The offset behind it.</summary>
    public int End => Start + Length;
}
