using System;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Text in quotation marks (https://yaml.org/spec/1.2.2/#731-double-quoted-style and below).</summary>
internal static class YamlQuotedScalar
{
    /// <summary>
    /// Goes behind the closing quotation mark of the text that starts here. Strictly the further lines must be indented
    /// deeper than <paramref name="parentIndent"/>, but PyYAML and Azure's tools read them, and people write
    /// them: they count as one text where what follows does not say that its end is another text's beginning.
    /// </summary>
    /// <param name="cursor">Stands at the opening quotation mark.</param>
    /// <param name="parentIndent">The column of the keys or dashes around.</param>
    /// <param name="isVerbatim">Whether the value is what stands between the marks.</param>
    public static bool Skip(YamlCursor cursor, int parentIndent, out bool isVerbatim)
    {
        var text = cursor.Text;
        var start = cursor.Pos;
        var quote = text[start];
        var special = quote == '"' ? "\"\\\n\r" : "'\n\r";
        var isShallow = false;
        isVerbatim = true;
        cursor.Pos++;
        while (true)
        {
            var found = text.AsSpan(cursor.Pos, cursor.End - cursor.Pos).IndexOfAny(special.AsSpan());
            if (found < 0)
            {
                return cursor.Fail(start, "this quotation mark is never closed");
            }

            cursor.Pos += found;
            var c = cursor.Current;
            if (c == quote)
            {
                if (quote == '"' || cursor.Next != quote)
                {
                    break;
                }

                isVerbatim = false;
                cursor.Pos += 2;
            }
            else if (YamlChars.IsBreak(c) || (c == '\\' && YamlChars.IsBreak(cursor.Next)))
            {
                isVerbatim = false;
                cursor.Pos += c == '\\' ? 1 : 0;
                cursor.TakeBreak();
                if (cursor.IsAtMarker())
                {
                    return cursor.Fail(start, "this quotation mark is not closed before the next document");
                }

                isShallow |= IsShallow(cursor, parentIndent);
            }
            else
            {
                isVerbatim = false;
                if (!YamlEscape.Skip(cursor))
                {
                    return false;
                }
            }
        }

        cursor.Pos++;
        return !isShallow
            || EndsValue(cursor)
            || cursor.Fail(start, "this quotation mark is not closed, or the text in it is not indented");
    }

    /// <summary>Makes the value of the text between two quotation marks, single or double.</summary>
    public static void Read(string text, int start, int end, bool isDouble, YamlScalarText value)
    {
        var special = isDouble ? '\\' : '\'';
        for (var i = start; i < end; )
        {
            if (text[i] == special)
            {
                // A single quotation mark stands for itself where there are two of it.
                value.Add(text, start, isDouble ? i : i + 1);
                start = i =
                    !isDouble ? i + 2
                    : YamlChars.IsBreak(text[i + 1]) ? value.Fold(text, i + 1, end, isEscaped: true)
                    : YamlEscape.Read(text, i, value);
            }
            else if (YamlChars.IsBreak(text[i]))
            {
                value.Add(text, start, YamlChars.TrimBlanks(text, start, i));
                start = i = value.Fold(text, i, end);
            }
            else
            {
                i++;
            }
        }

        value.Add(text, start, end);
    }

    private static bool IsShallow(YamlCursor cursor, int parentIndent)
    {
        var content = cursor.Pos;
        while (cursor.At(content) == ' ')
        {
            content++;
        }

        return content - cursor.LineStart <= parentIndent
            && !YamlChars.IsBreak(cursor.At(YamlChars.SkipBlanks(cursor.Text, content, cursor.End)));
    }

    private static bool EndsValue(YamlCursor cursor)
    {
        var next = YamlChars.SkipBlanks(cursor.Text, cursor.Pos, cursor.End);
        return cursor.At(next) is '\0' or '\r' or '\n' or ',' or ']' or '}'
            || (cursor.At(next) == '#' && next > cursor.Pos);
    }
}
