using System;
using System.Collections.Generic;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// Where the characters of a scalar's value stand in the text: plain and quoted text of several lines is folded, quoted
/// text holds escapes, and a block is indented. It is worked out from the scalar's span when somebody asks.
/// </summary>
public sealed class YamlScalarMap
{
    private readonly SourceText _source;
    private readonly List<YamlScalarPart> _parts;

    private YamlScalarMap(SourceText source, List<YamlScalarPart> parts)
    {
        _source = source;
        _parts = parts;
    }

    /// <summary>The map of a scalar that was read from this text.</summary>
    public static YamlScalarMap Of(SourceText source, YamlScalar scalar)
    {
        var parts = new List<YamlScalarPart>();
        var value = new YamlScalarText(parts);
        var start = source.Offset(scalar.Span.StartLine, scalar.Span.StartColumn);
        var end = source.Offset(scalar.Span.EndLine, scalar.Span.EndColumn);
        switch (scalar.Style)
        {
            case YamlScalarStyle.Plain:
                YamlPlainScalar.Read(source.Text, start, end, value);
                break;
            case YamlScalarStyle.SingleQuoted:
            case YamlScalarStyle.DoubleQuoted:
                var isDouble = scalar.Style == YamlScalarStyle.DoubleQuoted;
                YamlQuotedScalar.Read(source.Text, start + 1, --end, isDouble, value);
                break;
            default:
                end = EndOfLine(source.Text, end);
                ReadBlock(source.Text, start, end, scalar, value);
                break;
        }

        parts.Add(new YamlScalarPart(scalar.Value.Length, end, end));
        return new YamlScalarMap(source, parts);
    }

    /// <summary>
    /// The offset in the text of a character of the value. What an escape stands for is where the escape begins, and a folded
    /// line break is where it stands. The value's length is where its text ends, before a closing quotation mark; so are
    /// line breaks at the end of a block.
    /// </summary>
    public int Offset(int valueOffset)
    {
        var part = Find(valueOffset);
        return Math.Min(part.End, part.Text + Math.Max(0, valueOffset - part.Value));
    }

    /// <summary>The span in the text of a stretch of the value; empty where the stretch is.</summary>
    public SourceSpan Span(int start, int length)
    {
        var from = Offset(start);
        return _source.Span(from, length <= 0 ? 0 : EndOf(start + length - 1) - from);
    }

    private int EndOf(int valueOffset)
    {
        var part = Find(valueOffset);
        return part.IsVerbatim ? Math.Min(part.End, part.Text + valueOffset - part.Value + 1) : part.End;
    }

    private YamlScalarPart Find(int valueOffset)
    {
        var (low, high) = (0, _parts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _parts[middle].Value <= valueOffset ? (middle, high) : (low, middle - 1);
        }

        return _parts[low];
    }

    private static void ReadBlock(string text, int start, int end, YamlScalar scalar, YamlScalarText value)
    {
        var line = EndOfLine(text, start);
        if (line >= end)
        {
            return;
        }

        line = YamlChars.BehindBreak(text, line, text.Length);
        var indent = Math.Max(0, Indent(text, line, end, scalar.Value));
        new YamlBlockText(text, line, end, indent, value).Read(scalar.Style == YamlScalarStyle.Folded, '-');
    }

    // The first line that is not blank is in the value what it is in the text, but for the block's indentation.
    private static int Indent(string text, int line, int end, string value)
    {
        var valueLine = 0;
        while (true)
        {
            var content = SkipSpaces(text, line);
            if (content >= end || !YamlChars.IsBreak(text[content]))
            {
                return content - line - (SkipSpaces(value, valueLine) - valueLine);
            }

            line = YamlChars.BehindBreak(text, content, end);
            valueLine = value.IndexOf('\n', valueLine) + 1;
        }
    }

    private static int SkipSpaces(string text, int offset)
    {
        while (offset < text.Length && text[offset] == ' ')
        {
            offset++;
        }

        return offset;
    }

    private static int EndOfLine(string text, int offset)
    {
        var found = text.AsSpan(offset).IndexOfAny('\n', '\r');
        return found < 0 ? text.Length : offset + found;
    }
}
