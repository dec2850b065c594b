using System.Globalization;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>The escapes of double-quoted text (https://yaml.org/spec/1.2.2/#57-escaped-characters).</summary>
internal static class YamlEscape
{
    private const string Names = "0abtnvfre \"/\\N_LP\t";
    private const string Values = "\0\a\b\t\n\v\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029\t";

    /// <summary>Goes behind the escape that starts here. False when it is none.</summary>
    public static bool Skip(YamlCursor cursor)
    {
        var start = cursor.Pos;
        var name = cursor.Next;
        cursor.Pos += 2;
        if (Digits(name) is var digits && digits == 0)
        {
            return (name != '\0' && Names.IndexOf(name) >= 0)
                || cursor.Fail(
                    start,
                    "a double-quoted text holds an unknown escape; double its backslashes or use single quotes"
                );
        }

        var code = 0u;
        for (var i = 0; i < digits; i++)
        {
            var digit = Hexadecimal(cursor.Current);
            if (digit < 0)
            {
                return cursor.Fail(
                    start,
                    $"an escape in a double-quoted text lacks hexadecimal digits: '\\{name}' takes {digits}"
                );
            }

            code = (code << 4) | (uint)digit;
            cursor.Pos++;
        }

        var isCharacter = code is >= 0xD800 and <= 0xDFFF
            ? digits == 4 && IsPaired(cursor, start, code)
            : code <= 0x10FFFF;
        return isCharacter || cursor.Fail(start, "an escape in a double-quoted text names no Unicode character");
    }

    /// <summary>Adds what the escape at an offset stands for, and returns the offset behind it.</summary>
    public static int Read(string text, int start, YamlScalarText value)
    {
        var name = text[start + 1];
        var digits = Digits(name);
        if (digits == 0)
        {
            value.Add(Values[Names.IndexOf(name)], start, start + 2);
            return start + 2;
        }

        var code = Code(text, start + 2, digits);
        if (code < 0x10000)
        {
            value.Add((char)code, start, start + 2 + digits);
        }
        else
        {
            var pair = char.ConvertFromUtf32(code);
            value.Add(pair[0], start, start + 2 + digits);
            value.Add(pair[1], start, start + 2 + digits);
        }

        return start + 2 + digits;
    }

    // JSON writes a character beyond U+FFFF as two escapes; the first passes here when the second follows.
    private static bool IsPaired(YamlCursor cursor, int start, uint code) =>
        code < 0xDC00
            ? cursor.Current == '\\' && cursor.Next == 'u' && IsSurrogate(cursor, cursor.Pos, 'C', 'F')
            : start >= 6
                && cursor.At(start - 6) == '\\'
                && cursor.At(start - 5) == 'u'
                && IsSurrogate(cursor, start - 6, '8', 'B');

    private static bool IsSurrogate(YamlCursor cursor, int start, char from, char to) =>
        cursor.At(start + 2) is 'D' or 'd'
        && char.ToUpperInvariant(cursor.At(start + 3)) is var third
        && third >= from
        && third <= to
        && Hexadecimal(cursor.At(start + 4)) >= 0
        && Hexadecimal(cursor.At(start + 5)) >= 0;

    private static int Digits(char name) =>
        name switch
        {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };

    private static int Code(string text, int start, int digits) =>
        int.Parse(text.Substring(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static int Hexadecimal(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'a' and <= 'f' => c - 'a' + 10,
            >= 'A' and <= 'F' => c - 'A' + 10,
            _ => -1,
        };
}
