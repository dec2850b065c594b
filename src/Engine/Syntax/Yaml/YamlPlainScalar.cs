using System;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Text without quotes (https://yaml.org/spec/1.2.2/#733-plain-style).</summary>
internal static class YamlPlainScalar
{
    /// <summary>Whether plain text may begin at a cursor.</summary>
    public static bool CanStart(YamlCursor cursor, bool isFlow) =>
        cursor.Current switch
        {
            '-' or '?' or ':' => !YamlChars.EndsIndicator(cursor.Next, isFlow),
            '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => false,
            var c => !YamlChars.IsFlowIndicator(c),
        };

    /// <summary>Goes behind the part of a plain text that stands on this line.</summary>
    public static void SkipLine(YamlCursor cursor, bool isFlow)
    {
        var text = cursor.Text.AsSpan(0, cursor.End);
        var i = cursor.Pos;
        // Most characters are letters, which stand behind ':'.
        while (
            i < text.Length
            && (text[i] > ':' ? !isFlow || !YamlChars.IsFlowIndicator(text[i]) : GoesOn(text, i, isFlow))
        )
        {
            i++;
        }

        cursor.Pos = YamlChars.TrimBlanks(cursor.Text, cursor.Pos, i);
    }

    /// <summary>
    /// Goes behind the further lines of a plain text, which are indented deeper than <paramref name="parentIndent"/>.
    /// False when there is none.
    /// </summary>
    public static bool SkipFurtherLines(YamlCursor cursor, bool isFlow, int parentIndent)
    {
        var isFolded = false;
        while (GoToNextLine(cursor, isFlow, parentIndent))
        {
            SkipLine(cursor, isFlow);
            isFolded = true;
        }

        return isFolded;
    }

    /// <summary>Makes the value of a plain text of several lines.</summary>
    public static void Read(string text, int start, int end, YamlScalarText value)
    {
        while (start < end)
        {
            var i = start;
            while (i < end && !YamlChars.IsBreak(text[i]))
            {
                i++;
            }

            value.Add(text, start, i < end ? YamlChars.TrimBlanks(text, start, i) : end);
            start = i < end ? value.Fold(text, i, end) : end;
        }
    }

    private static bool GoesOn(ReadOnlySpan<char> text, int i, bool isFlow) =>
        text[i] switch
        {
            ':' => i + 1 < text.Length && !YamlChars.EndsIndicator(text[i + 1], isFlow),
            '\n' or '\r' => false,
            '#' => i == 0 || !YamlChars.IsBlank(text[i - 1]),
            ',' => !isFlow,
            _ => true,
        };

    private static bool GoToNextLine(YamlCursor cursor, bool isFlow, int parentIndent)
    {
        var last = YamlChars.SkipBlanks(cursor.Text, cursor.Pos, cursor.End);
        if (!YamlChars.IsBreak(cursor.At(last)) || EndsBefore(cursor, last, parentIndent))
        {
            return false;
        }

        var place = cursor.Save();
        cursor.Pos = last;
        do
        {
            cursor.TakeBreak();
            SkipSpaces(cursor);
            var indent = cursor.Pos - cursor.LineStart;
            if (cursor.IsAtMarker())
            {
                break;
            }

            cursor.Pos = YamlChars.SkipBlanks(cursor.Text, cursor.Pos, cursor.End);
            if (!YamlChars.IsBreak(cursor.Current) && indent > parentIndent && GoesOn(cursor, isFlow))
            {
                return true;
            }
        } while (YamlChars.IsBreak(cursor.Current));

        cursor.Return(place);
        return false;
    }

    // Nearly always the next line holds the next key, at this or a lesser indentation.
    private static bool EndsBefore(YamlCursor cursor, int lineBreak, int parentIndent)
    {
        var content = YamlChars.BehindBreak(cursor.Text, lineBreak, cursor.End);
        var limit = content + parentIndent + 1;
        while (content < limit && cursor.At(content) == ' ')
        {
            content++;
        }

        return content < limit && !YamlChars.IsSpaceOrEnd(cursor.At(content));
    }

    private static bool GoesOn(YamlCursor cursor, bool isFlow) =>
        cursor.Current switch
        {
            '\0' or '#' => false,
            ':' => !YamlChars.EndsIndicator(cursor.Next, isFlow),
            var c => !isFlow || !YamlChars.IsFlowIndicator(c),
        };

    private static void SkipSpaces(YamlCursor cursor)
    {
        while (cursor.Current == ' ')
        {
            cursor.Pos++;
        }
    }
}
