using System;
#if !NETSTANDARD2_0
using System.Buffers;
#endif

namespace Governance.Engine.Syntax.Json;

/// <summary>Finds the end of a string without decoding it: RFC 8259, section 7.</summary>
internal static class JsonStringScanner
{
#if !NETSTANDARD2_0
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f"
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"
    );
#endif

    /// <summary>What was found.</summary>
    /// <param name="End">The offset behind the closing quote, or behind the problem.</param>
    /// <param name="HasEscapes">Whether there is a backslash.</param>
    /// <param name="Problem">Why it is no string, or null.</param>
    /// <param name="ProblemStart">Where the problem begins.</param>
    public readonly record struct StringScan(int End, bool HasEscapes, string? Problem = null, int ProblemStart = 0);

    /// <summary>Scans the string whose opening quote is at <paramref name="start"/>.</summary>
    public static StringScan Scan(string text, int start)
    {
        var hasEscapes = false;
        var offset = start + 1;
        while (true)
        {
            var found = IndexOfSpecial(text.AsSpan(offset));
            if (found < 0)
            {
                return new StringScan(
                    text.Length,
                    hasEscapes,
                    "the file ends inside the string that begins here",
                    start
                );
            }

            offset += found;
            switch (text[offset])
            {
                case '"':
                    return new StringScan(offset + 1, hasEscapes);
                case '\\':
                    hasEscapes = true;
                    var length = EscapeLength(text, offset);
                    if (length < 0)
                    {
                        return InvalidEscape(text, offset);
                    }

                    offset += length;
                    break;
                case '\n' or '\r':
                    return new StringScan(
                        offset,
                        hasEscapes,
                        "the string that begins here is not closed on its line",
                        start
                    );
                default:
                    var problem =
                        $"the control character U+{(int)text[offset]:X4} stands in a string, where it must be escaped";
                    return new StringScan(offset + 1, hasEscapes, problem, offset);
            }
        }
    }

    /// <summary>The length of a valid escape, or -1.</summary>
    private static int EscapeLength(string text, int offset)
    {
        if (offset + 1 == text.Length)
        {
            return -1;
        }

        switch (text[offset + 1])
        {
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                return 2;
            case 'u' when offset + 6 <= text.Length:
                foreach (var digit in text.AsSpan(offset + 2, 4))
                {
                    if (digit is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
                    {
                        return -1;
                    }
                }

                return 6;
            default:
                return -1;
        }
    }

    private static StringScan InvalidEscape(string text, int offset)
    {
        if (offset + 1 == text.Length || text[offset + 1] is '\n' or '\r')
        {
            return new StringScan(offset + 1, true, "a backslash ends the line inside a string", offset);
        }

        return text[offset + 1] == 'u'
            ? new StringScan(
                Math.Min(text.Length, offset + 6),
                true,
                "'\\u' in a string is not followed by four hexadecimal digits",
                offset
            )
            : new StringScan(offset + 2, true, $"'\\{text[offset + 1]}' is not an escape that JSON knows", offset);
    }

    private static int IndexOfSpecial(ReadOnlySpan<char> text)
    {
#if NETSTANDARD2_0
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '"' or '\\' or < ' ')
            {
                return i;
            }
        }

        return -1;
#else
        return text.IndexOfAny(Special);
#endif
    }
}
