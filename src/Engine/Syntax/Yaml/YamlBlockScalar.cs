using System;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Literal and folded blocks (https://yaml.org/spec/1.2.2/#81-block-scalar-styles).</summary>
internal static class YamlBlockScalar
{
    /// <summary>
    /// Reads the block whose header starts here. The cursor comes to stand at the first line that does not belong to it, or
    /// at the end; <paramref name="end"/> is the place behind its last line that is not blank.
    /// </summary>
    /// <param name="cursor">Stands at <c>|</c> or <c>&gt;</c>.</param>
    /// <param name="parentIndent">The column of the keys or dashes around, or -1.</param>
    /// <param name="value">Takes the value.</param>
    /// <param name="end">The place behind the block.</param>
    public static bool Read(YamlCursor cursor, int parentIndent, YamlScalarText value, out YamlMark end)
    {
        var isFolded = cursor.Current == '>';
        end = default;
        if (!ReadHeader(cursor, out var digit, out var chomping))
        {
            return false;
        }

        end = cursor.Mark;
        SkipRestOfHeader(cursor);
        if (cursor.Problem is not null)
        {
            return false;
        }

        if (cursor.Pos == cursor.End)
        {
            return true;
        }

        cursor.TakeBreak();
        var start = cursor.Pos;
        var indent = digit > 0 ? Math.Max(parentIndent, 0) + digit : FindIndent(cursor, parentIndent);
        if (indent < 0)
        {
            return false;
        }

        while (cursor.Pos < cursor.End && IsLineOf(cursor, indent))
        {
            var content = cursor.Pos;
            cursor.SkipLine();
            var last = YamlChars.TrimBlanks(cursor.Text, content, cursor.Pos);
            if (last > content)
            {
                end = cursor.MarkAt(last);
            }

            if (cursor.Pos < cursor.End)
            {
                cursor.TakeBreak();
            }
        }

        new YamlBlockText(cursor.Text, start, cursor.Pos, indent, value).Read(isFolded, chomping);
        return true;
    }

    private static bool ReadHeader(YamlCursor cursor, out int digit, out char chomping)
    {
        digit = 0;
        chomping = '\0';
        cursor.Pos++;
        while (true)
        {
            var c = cursor.Current;
            if (c is '+' or '-' && chomping == '\0')
            {
                chomping = c;
            }
            else if (c is >= '1' and <= '9' && digit == 0)
            {
                digit = c - '0';
            }
            else
            {
                return YamlChars.IsSpaceOrEnd(c)
                    || cursor.Fail(
                        cursor.Pos,
                        "only a comment may follow '|' or '>' on its line, and '+', '-' or a digit from 1 to 9 directly behind it"
                    );
            }

            cursor.Pos++;
        }
    }

    private static void SkipRestOfHeader(YamlCursor cursor)
    {
        var header = cursor.Pos;
        cursor.Pos = YamlChars.SkipBlanks(cursor.Text, cursor.Pos, cursor.End);
        if (cursor.Current == '#' && cursor.Pos > header)
        {
            cursor.TakeComment();
        }
        else if (cursor.Pos < cursor.End && !YamlChars.IsBreak(cursor.Current))
        {
            cursor.Fail(cursor.Pos, "only a comment may follow '|' or '>' on its line");
        }
    }

    // The first line that is not blank says how deep the text stands.
    private static int FindIndent(YamlCursor cursor, int parentIndent)
    {
        var line = cursor.Pos;
        var (deepest, deepestLine) = (0, line);
        while (true)
        {
            var content = line;
            while (cursor.At(content) == ' ')
            {
                content++;
            }

            var indent = content - line;
            if (content < cursor.End && YamlChars.IsBreak(cursor.Text[content]))
            {
                (deepest, deepestLine) = indent > deepest ? (indent, line) : (deepest, deepestLine);
                line = YamlChars.BehindBreak(cursor.Text, content, cursor.End);
                continue;
            }

            if (content == cursor.End)
            {
                return Math.Max(Math.Max(deepest, indent), parentIndent + 1);
            }

            if (indent <= parentIndent)
            {
                return Math.Max(deepest, parentIndent + 1);
            }

            if (deepest > indent)
            {
                cursor.Fail(
                    deepestLine,
                    "a blank line at the beginning of a block is indented deeper than the block's first text"
                );
                return -1;
            }

            return indent;
        }
    }

    private static bool IsLineOf(YamlCursor cursor, int indent)
    {
        var content = cursor.Pos;
        var limit = cursor.Pos + indent;
        while (content < limit && cursor.At(content) == ' ')
        {
            content++;
        }

        var c = cursor.At(content);
        return c == '\0' || YamlChars.IsBreak(c) || (content == limit && !(indent == 0 && cursor.IsAtMarker()));
    }
}
