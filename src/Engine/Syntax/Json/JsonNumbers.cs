using System;

namespace Governance.Engine.Syntax.Json;

/// <summary>The grammar of numbers: RFC 8259, section 6.</summary>
internal static class JsonNumbers
{
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        var offset = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var whole = Digits(text, offset);
        if (whole == 0 || (whole > 1 && text[offset] == '0'))
        {
            return false;
        }

        offset += whole;
        if (offset < text.Length && text[offset] == '.')
        {
            var fraction = Digits(text, ++offset);
            if (fraction == 0)
            {
                return false;
            }

            offset += fraction;
        }

        if (offset < text.Length && text[offset] is 'e' or 'E')
        {
            offset++;
            offset += offset < text.Length && text[offset] is '+' or '-' ? 1 : 0;
            var exponent = Digits(text, offset);
            if (exponent == 0)
            {
                return false;
            }

            offset += exponent;
        }

        return offset == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end - start;
    }
}
