using System;
using System.Collections.Generic;
using System.Text;

namespace Governance.Engine.Syntax;

/// <summary>A file's text, decoded once, and the arithmetic between offsets and lines.</summary>
public sealed class SourceText
{
    /// <summary>How many leading bytes are searched for a NUL, as git does, to tell text from binary.</summary>
    private const int BinaryProbeLength = 8000;

    private static readonly Encoding Utf8WithoutMark = new UTF8Encoding(false);

    private readonly Lazy<int[]> _lineStarts;

    /// <summary>Wraps text that is already decoded.</summary>
    public SourceText(string text, bool hasInvalidBytes = false, Encoding? encoding = null)
    {
        Text = text;
        HasInvalidBytes = hasInvalidBytes;
        Encoding = encoding ?? Utf8WithoutMark;
        _lineStarts = new Lazy<int[]>(FindLineStarts);
    }

    /// <summary>The whole text, without a byte-order mark.</summary>
    public string Text { get; }

    /// <summary>Whether bytes that are not valid in the encoding were replaced by U+FFFD.</summary>
    public bool HasInvalidBytes { get; }

    /// <summary>The encoding it was stored in; its preamble is the byte-order mark, where there was one.</summary>
    public Encoding Encoding { get; }

    /// <summary>The number of lines; a text that ends in a line break has an empty last line.</summary>
    public int LineCount => _lineStarts.Value.Length;

    /// <summary>Decodes UTF-8 (with or without a mark), and UTF-16 and UTF-32 with a mark. Null for binary content.</summary>
    public static SourceText? TryDecode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 4 && bytes[0] == 0xFF && bytes[1] == 0xFE && bytes[2] == 0 && bytes[3] == 0)
        {
            return Decode(bytes.Slice(4), Encoding.UTF32);
        }

        if (bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
        {
            return Decode(bytes.Slice(2), Encoding.Unicode);
        }

        if (bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
        {
            return Decode(bytes.Slice(2), Encoding.BigEndianUnicode);
        }

        if (bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
        {
            return Decode(bytes.Slice(3), Encoding.UTF8);
        }

        return IsBinary(bytes) ? null : Decode(bytes, Utf8WithoutMark);
    }

    /// <summary>Whether content without a byte-order mark is binary: a NUL in its first 8,000 bytes, git's own test.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        bytes.Slice(0, Math.Min(bytes.Length, BinaryProbeLength)).IndexOf((byte)0) >= 0;

    /// <summary>The span of <paramref name="length"/> characters from <paramref name="start"/>, cut to the text.</summary>
    public SourceSpan Span(int start, int length)
    {
        start = Math.Max(0, Math.Min(start, Text.Length));
        var end = Math.Max(start, Math.Min(start + length, Text.Length));
        var (startLine, startColumn) = Position(start);
        var (endLine, endColumn) = Position(end);
        return new SourceSpan(startLine, startColumn, endLine, endColumn);
    }

    /// <summary>The offset of a 1-based line and column, cut to the text.</summary>
    public int Offset(int line, int column)
    {
        var starts = _lineStarts.Value;
        if (line < 1)
        {
            return 0;
        }

        return line > starts.Length ? Text.Length : Math.Min(Text.Length, starts[line - 1] + Math.Max(0, column - 1));
    }

    /// <summary>The characters of a span.</summary>
    public string Slice(SourceSpan span)
    {
        var start = Offset(span.StartLine, span.StartColumn);
        return Text.Substring(start, Math.Max(0, Offset(span.EndLine, span.EndColumn) - start));
    }

    /// <summary>A 1-based line without its line break; empty outside the text.</summary>
    public string Line(int line)
    {
        var starts = _lineStarts.Value;
        if (line < 1 || line > starts.Length)
        {
            return "";
        }

        var start = starts[line - 1];
        var end = line < starts.Length ? starts[line] : Text.Length;
        return Text.Substring(start, end - start).TrimEnd('\r', '\n');
    }

    private (int Line, int Column) Position(int offset)
    {
        var starts = _lineStarts.Value;
        var index = Array.BinarySearch(starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - starts[line] + 1);
    }

    private static SourceText Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
#if NETSTANDARD2_0
        var text = encoding.GetString(bytes.ToArray());
#else
        var text = encoding.GetString(bytes);
#endif
        return new SourceText(text, text.IndexOf('\uFFFD') >= 0, encoding);
    }

    private int[] FindLineStarts()
    {
        var starts = new List<int> { 0 };
        var text = Text.AsSpan();
        for (var offset = 0; offset < text.Length; )
        {
            var found = text.Slice(offset).IndexOfAny('\n', '\r');
            if (found < 0)
            {
                break;
            }

            offset += found + 1;
            if (text[offset - 1] == '\r' && offset < text.Length && text[offset] == '\n')
            {
                offset++;
            }

            starts.Add(offset);
        }

        return starts.ToArray();
    }
}
