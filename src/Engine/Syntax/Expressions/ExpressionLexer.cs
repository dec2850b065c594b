using System;
using System.Globalization;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>Cuts a stretch of a text into the tokens of an expression. It never fails: what fits nothing is a token too.</summary>
internal sealed class ExpressionLexer(string text, int start, int end, ExpressionGrammar grammar)
{
    private int _at = start;
    private ExpressionTokenKind _last = ExpressionTokenKind.End;

    /// <summary>The next token; <see cref="ExpressionTokenKind.End"/> again and again behind the last.</summary>
    public ExpressionToken Next()
    {
        while (_at < end && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        var token = _at < end ? Read() : new ExpressionToken(ExpressionTokenKind.End, _at, 0);
        _at = token.End;
        _last = token.Kind;
        return token;
    }

    /// <summary>The text of a token as written.</summary>
    public string Text(ExpressionToken token) => text.Substring(token.Start, token.Length);

    /// <summary>The value of a string token, without quotation marks.</summary>
    public string StringValue(ExpressionToken token) =>
        text.Substring(token.Start + 1, token.Length - 2).Replace("''", "'");

    /// <summary>The value of a number as GitHub reads it, or null: decimal, hexadecimal (<c>0x</c>) or octal (<c>0o</c>).</summary>
    public static double? Number(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return int.TryParse(
                text.Substring(2),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var hex
            )
                ? hex
                : null;
        }

        if (text.StartsWith("0o", StringComparison.Ordinal))
        {
            return Octal(text);
        }

        const NumberStyles style =
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
        return double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private ExpressionToken Read()
    {
        var first = text[_at];
        switch (first)
        {
            case '(':
                return Token(ExpressionTokenKind.OpenParenthesis, 1);
            case ')':
                return Token(ExpressionTokenKind.CloseParenthesis, 1);
            case '[':
                return Token(ExpressionTokenKind.OpenBracket, 1);
            case ']':
                return Token(ExpressionTokenKind.CloseBracket, 1);
            case ',':
                return Token(ExpressionTokenKind.Comma, 1);
            case '*':
                return Token(ExpressionTokenKind.Star, 1);
            case '\'':
                return String();
            case '.' when EndsOperand:
                return Token(ExpressionTokenKind.Dot, 1);
            case '.':
                return DigitFollows ? NumberOrVersion() : Token(ExpressionTokenKind.Dot, 1);
            case '+' or '-' when !EndsOperand && (DigitFollows || Follows('.')):
                return NumberOrVersion();
            case '-' when !EndsOperand && WordLength(_at + 1) == 8 && IsWord(_at + 1, "Infinity"):
                return Token(ExpressionTokenKind.Number, 9);
            case >= '0' and <= '9':
                return NumberOrVersion();
            default:
                return IsNameStart(first) ? Word() : Operator(first);
        }
    }

    // A dot behind a name or a bracket leads to a property; elsewhere it may begin a number.
    private bool EndsOperand =>
        _last
            is ExpressionTokenKind.Name
                or ExpressionTokenKind.Null
                or ExpressionTokenKind.True
                or ExpressionTokenKind.False
                or ExpressionTokenKind.Number
                or ExpressionTokenKind.Version
                or ExpressionTokenKind.String
                or ExpressionTokenKind.CloseParenthesis
                or ExpressionTokenKind.CloseBracket
                or ExpressionTokenKind.Star;

    private bool DigitFollows => _at + 1 < end && text[_at + 1] is >= '0' and <= '9';

    private bool Follows(char c) => _at + 1 < end && text[_at + 1] == c;

    private ExpressionToken Token(ExpressionTokenKind kind, int length) => new(kind, _at, length);

    private ExpressionToken Operator(char first)
    {
        // At Azure Pipelines no operator is known; each is one token, so that one message names it whole.
        var isDouble = first is '=' or '&' or '|' && Follows(first);
        var isWithEqual = first is '!' or '<' or '>' && Follows('=');
        var kind = first switch
        {
            _ when grammar == ExpressionGrammar.Azure => ExpressionTokenKind.Unknown,
            '=' when isDouble => ExpressionTokenKind.Equal,
            '&' when isDouble => ExpressionTokenKind.And,
            '|' when isDouble => ExpressionTokenKind.Or,
            '!' => isWithEqual ? ExpressionTokenKind.NotEqual : ExpressionTokenKind.Not,
            '<' => isWithEqual ? ExpressionTokenKind.LessOrEqual : ExpressionTokenKind.Less,
            '>' => isWithEqual ? ExpressionTokenKind.GreaterOrEqual : ExpressionTokenKind.Greater,
            _ => ExpressionTokenKind.Unknown,
        };
        var isPair = char.IsHighSurrogate(first) && _at + 1 < end && char.IsLowSurrogate(text[_at + 1]);
        return Token(kind, isDouble || isWithEqual || isPair ? 2 : 1);
    }

    private ExpressionToken String()
    {
        for (var at = _at + 1; at < end; at++)
        {
            if (text[at] != '\'')
            {
                continue;
            }

            if (at + 1 < end && text[at + 1] == '\'')
            {
                at++;
                continue;
            }

            return Token(ExpressionTokenKind.String, at + 1 - _at);
        }

        return Token(ExpressionTokenKind.OpenString, end - _at);
    }

    private ExpressionToken Word()
    {
        var length = WordLength(_at);
        // Literals are told by their case; a property of the same name follows a dot.
        var kind =
            _last == ExpressionTokenKind.Dot ? ExpressionTokenKind.Name
            : IsLiteral("null", length) ? ExpressionTokenKind.Null
            : IsLiteral("true", length) ? ExpressionTokenKind.True
            : IsLiteral("false", length) ? ExpressionTokenKind.False
            : IsLiteral("NaN", length) || IsLiteral("Infinity", length) ? ExpressionTokenKind.Number
            : ExpressionTokenKind.Name;
        return Token(kind, length);
    }

    private bool IsLiteral(string word, int length) =>
        length == word.Length
        && (
            grammar == ExpressionGrammar.Azure
                ? string.Compare(text, _at, word, 0, length, StringComparison.OrdinalIgnoreCase) == 0
                : IsWord(_at, word)
        );

    private bool IsWord(int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private int WordLength(int from)
    {
        var at = from;
        while (at < end && (IsNameStart(text[at]) || text[at] is (>= '0' and <= '9') or '-'))
        {
            at++;
        }

        return at - from;
    }

    private ExpressionToken NumberOrVersion()
    {
        var at = _at + 1;
        var dots = text[_at] == '.' ? 1 : 0;
        while (at < end && (IsNameStart(text[at]) || text[at] is (>= '0' and <= '9') or '.' or '+' or '-'))
        {
            dots += text[at] == '.' ? 1 : 0;
            at++;
        }

        var token = Token(ExpressionTokenKind.Number, at - _at);
        var written = Text(token);
        return Number(written) is not null ? token
            : grammar == ExpressionGrammar.Azure && dots >= 2 && Version.TryParse(written, out _)
                ? token with
                {
                    Kind = ExpressionTokenKind.Version,
                }
            : token with { Kind = ExpressionTokenKind.BadNumber };
    }

    private static double? Octal(string text)
    {
        var value = 0.0;
        for (var at = 2; at < text.Length; at++)
        {
            if (text[at] is < '0' or > '7')
            {
                return null;
            }

            value = (value * 8) + (text[at] - '0');
        }

        return text.Length > 2 ? value : null;
    }

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
}
