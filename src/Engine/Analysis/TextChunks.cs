using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;

namespace Governance.Engine.Analysis;

/// <summary>
/// A text that is too large to be held as a whole, in pieces that overlap: whatever is shorter than the overlap is whole in one
/// of them.
/// </summary>
internal static class TextChunks
{
    /// <summary>How long a piece is, in UTF-16 units.</summary>
    public const int Length = 4 * 1024 * 1024;

    /// <summary>How much of a piece is in the next one as well: more than a line of code and than any key.</summary>
    public const int Overlap = 64 * 1024;

    /// <summary>The pieces in their order; none of what is binary. Throws what the stream throws.</summary>
    public static IEnumerable<TextChunk> Read(Stream stream, CancellationToken cancellationToken)
    {
        // UTF-8 but where a byte-order mark tells another encoding.
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 64 * 1024);
        var buffer = new char[Length];
        var (kept, line, column) = (0, 1, 1);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var filled = kept + reader.ReadBlock(buffer, kept, buffer.Length - kept);
            var isLast = filled < buffer.Length;
            if (filled == kept && line + column > 2)
            {
                yield break;
            }

            var text = new string(buffer, 0, filled);
            if (line + column == 2 && text.AsSpan(0, Math.Min(filled, BinaryProbe)).IndexOf('\0') >= 0)
            {
                yield break;
            }

            yield return new TextChunk(text, line, column);
            if (isLast)
            {
                yield break;
            }

            var next = NextStart(text);
            (line, column) = Advance(text, next, line, column);
            kept = filled - next;
            Array.Copy(buffer, next, buffer, 0, kept);
        }
    }

    /// <summary>As git tells binary from text.</summary>
    private const int BinaryProbe = 8000;

    // At the beginning of a line where one is near.
    private static int NextStart(string text)
    {
        var start = text.Length - Overlap;
        var lineStart = text.LastIndexOf('\n', start, Overlap) + 1;
        return lineStart > 0 ? lineStart : start;
    }

    private static (int Line, int Column) Advance(string text, int until, int line, int column)
    {
        var lineStart = -1;
        for (var at = text.IndexOf('\n', 0, until); at >= 0; at = text.IndexOf('\n', at + 1, until - at - 1))
        {
            line++;
            lineStart = at;
        }

        return (line, lineStart < 0 ? column + until : until - lineStart);
    }
}

/// <summary>A piece of a large text.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Line">The 1-based line of the file that it begins in.</param>
/// <param name="Column">The 1-based column it begins at.</param>
internal sealed record TextChunk(string Text, int Line, int Column)
{
    /// <summary>The place in the file of a place in the piece.</summary>
    public Syntax.SourceSpan InFile(Syntax.SourceSpan span) =>
        new(
            Line + span.StartLine - 1,
            span.StartLine == 1 ? Column + span.StartColumn - 1 : span.StartColumn,
            Line + span.EndLine - 1,
            span.EndLine == 1 ? Column + span.EndColumn - 1 : span.EndColumn
        );
}
