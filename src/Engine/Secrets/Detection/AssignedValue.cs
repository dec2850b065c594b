using System;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// A value and the name it is given to, as most languages and formats write it: <c>name = "value"</c>, <c>"name": "value"</c>,
/// <c>name: value</c>, <c>--name value</c>, <c>&lt;name&gt;value&lt;/name&gt;</c>, <c>get("name", "value")</c>, and pairs of a name and a
/// <c>value</c>. Reading one looks at a bounded stretch of the text.
/// </summary>
internal readonly struct AssignedValue
{
    private const int LongestName = 80;
    private const int LongestValue = 4096;
    private const int MostBlanks = 24;

    private AssignedValue(int nameStart, int nameEnd, int start, int length, bool isQuoted)
    {
        NameStart = nameStart;
        NameEnd = nameEnd;
        Start = start;
        Length = length;
        IsQuoted = isQuoted;
    }

    /// <summary>Where the name begins.</summary>
    public int NameStart { get; }

    /// <summary>Where the name ends.</summary>
    public int NameEnd { get; }

    /// <summary>Where the value begins, behind its quotation mark; where one that is too long is given up.</summary>
    public int Start { get; }

    /// <summary>How long the value is; 0 where nothing is given to the name.</summary>
    public int Length { get; }

    /// <summary>Whether the value stands in quotation marks.</summary>
    public bool IsQuoted { get; }

    /// <summary>What is given to the name around a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">A place in the name.</param>
    public static AssignedValue At(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestName && IsNamePart(text[start - 1]))
        {
            start--;
        }

        var end = at;
        while (end < text.Length && end - at < LongestName && IsNamePart(text[end]))
        {
            end++;
        }

        var isSwitch = text[start] == '-';
        var next = AfterName(text, end);
        var value = Operator(text, ref next, isSwitch, end) is { } sign ? Value(text, next, sign) : default;
        // call(name: value) is code, and what is not quoted there is no text.
        value = start > 0 && text[start - 1] == '(' && !value.IsQuoted ? default : value;
        return new AssignedValue(start, end, value.Start, value.Length, value.IsQuoted);
    }

    /// <summary>The name without case, and without the signs between its words: <c>api_key</c> and <c>ApiKey</c> are <c>apikey</c>.</summary>
    public string PlainName(string text)
    {
        var plain = new char[NameEnd - NameStart];
        var length = 0;
        for (var at = NameStart; at < NameEnd; at++)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                plain[length++] = char.ToLowerInvariant(text[at]);
            }
        }

        return new string(plain, 0, length);
    }

    // The end of quotation marks, brackets of an index, an escape of either.
    private static int AfterName(string text, int at)
    {
        var end = Math.Min(text.Length, at + 5);
        while (at < end && text[at] is '"' or '\'' or '`' or ']' or '\\')
        {
            at++;
        }

        return at;
    }

    /// <summary>What stands between name and value; null where the name is not given anything.</summary>
    private static char? Operator(string text, ref int at, bool isSwitch, int nameEnd)
    {
        var blanks = at;
        Blanks(text, ref at);
        if (PairedValue(text, ref at))
        {
            return '=';
        }

        if (at >= text.Length)
        {
            return null;
        }

        if (text[at] is ',' or '>')
        {
            var sign = text[at++];
            Blanks(text, ref at);
            // What follows a name in quotation marks within brackets is its value or default.
            return sign == '>' || blanks > nameEnd ? sign : null;
        }

        var start = at;
        while (at < text.Length && at - start < 4 && text[at] is ':' or '=' or '?' or '|')
        {
            at++;
        }

        if (at == start)
        {
            return isSwitch && blanks < at ? ' ' : null;
        }

        var written = text.AsSpan(start, at - start);
        if (
            written.SequenceEqual("==".AsSpan())
            || written.SequenceEqual("===".AsSpan())
            || written[0] == '|' && written.Length == 1
        )
        {
            return null;
        }

        if (at < text.Length && text[at] is '>' or '~')
        {
            at++;
        }

        Blanks(text, ref at);
        TypeOf(text, written, ref at);
        return written[written.Length - 1] == ':' ? ':' : '=';
    }

    // <add key="Password" value="..."/>, "name": "PASSWORD", "value": "...", and YAML's - name: PASSWORD / value: ...
    private static bool PairedValue(string text, ref int at)
    {
        var next = at;
        var end = Math.Min(text.Length, at + MostBlanks);
        while (next < end && text[next] is ',' or ' ' or '\t' or '\r' or '\n' or '"' or '\'' or '\\')
        {
            next++;
        }

        if (string.Compare(text, next, "value", 0, 5, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        next = AfterName(text, next + 5);
        Blanks(text, ref next);
        if (next >= text.Length || text[next] is not (':' or '='))
        {
            return false;
        }

        at = next + 1;
        Blanks(text, ref at);
        return true;
    }

    // password: str = "..."
    private static void TypeOf(string text, ReadOnlySpan<char> written, ref int at)
    {
        if (written.Length != 1 || written[0] != ':')
        {
            return;
        }

        var next = at;
        while (
            next < text.Length
            && next - at < 40
            && (char.IsLetterOrDigit(text[next]) || text[next] is '_' or '.' or '[' or ']' or '?')
        )
        {
            next++;
        }

        var isType = next > at;
        Blanks(text, ref next);
        if (isType && next < text.Length - 1 && text[next] == '=' && text[next + 1] != '=')
        {
            at = next + 1;
            Blanks(text, ref at);
        }
    }

    private static (int Start, int Length, bool IsQuoted) Value(string text, int at, char sign)
    {
        var mark = at;
        while (
            mark < text.Length
            && mark - at < 3
            && text[mark] is '\\' or '@' or '$' or 'b' or 'r' or 'u' or 'f' or 'B' or 'R' or 'F'
        )
        {
            mark++;
        }

        if (mark < text.Length && text[mark] is '"' or '\'' or '`')
        {
            var isFilledIn = text.IndexOf('f', at, mark - at) >= 0 || text.IndexOf('$', at, mark - at) >= 0;
            return Quoted(text, mark, isFilledIn);
        }

        return sign == ',' ? default : Bare(text, at, sign);
    }

    private static (int Start, int Length, bool IsQuoted) Quoted(string text, int mark, bool isFilledIn)
    {
        var quote = text[mark];
        var isEscaped = mark > 0 && text[mark - 1] == '\\';
        var start = mark + 1;
        if (start + 1 < text.Length && text[start] == quote && text[start + 1] == quote)
        {
            start += 2;
        }

        var limit = Math.Min(text.Length, start + LongestValue);
        for (var at = start; at < limit; at++)
        {
            if (text[at] is '\n' or '\r' || (isFilledIn && text[at] == '{'))
            {
                return default;
            }

            if (text[at] == quote)
            {
                return (start, at - start, true);
            }

            if (text[at] == '\\')
            {
                if (isEscaped && at + 1 < limit && text[at + 1] == quote)
                {
                    return (start, at - start, true);
                }

                at++;
            }
        }

        return default;
    }

    private static (int Start, int Length, bool IsQuoted) Bare(string text, int start, char sign)
    {
        var limit = Math.Min(text.Length, start + LongestValue);
        var end = start;
        while (end < limit && !IsEnd(text[end]) && (sign != '>' || text[end] != '<'))
        {
            end++;
        }

        if (end == limit && limit < text.Length)
        {
            return (limit, 0, false);
        }

        // What code calls or looks up is no value.
        return end < text.Length && text[end] is '(' or '[' or '{' ? default : (start, end - start, false);
    }

    private static bool IsEnd(char sign) =>
        sign <= ' '
        || sign is '"' or '\'' or '`' or ',' or ';' or '<' or '>' or '(' or ')' or '[' or ']' or '{' or '}' or '\\';

    private static void Blanks(string text, ref int at)
    {
        var end = Math.Min(text.Length, at + MostBlanks);
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }
    }

    private static bool IsNamePart(char sign) =>
        sign is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.';
}
