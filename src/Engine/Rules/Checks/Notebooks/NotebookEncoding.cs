using System;
using System.Text;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>Jupyter reads notebooks as UTF-8 without a mark, and refuses whatever else it meets.</summary>
internal static class NotebookEncoding
{
    private const char Replacement = '\uFFFD';
    private const int ReplacementBytes = 3;

    /// <summary>Why Jupyter cannot decode the file; null when it can.</summary>
    public static SyntaxProblem? Problem(ReadOnlySpan<byte> bytes, SourceText text)
    {
        if (bytes.Length >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            return At("The notebook is encoded in UTF-16 or UTF-32; Jupyter reads UTF-8 only", SourceSpan.FileStart);
        }

        if (bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
        {
            return At("The notebook begins with a byte-order mark, which Jupyter refuses", SourceSpan.FileStart);
        }

        return text.HasInvalidBytes && InvalidOffset(bytes, text.Text) is var offset and >= 0
            ? At("The notebook is not valid UTF-8: Jupyter cannot read the bytes here", text.Span(offset, 1))
            : null;
    }

    /// <summary>The first replacement character that stands for broken bytes, and not for itself; -1 if there is none.</summary>
    private static int InvalidOffset(ReadOnlySpan<byte> bytes, string text)
    {
        var byteOffset = 0;
        var from = 0;
        for (var at = text.IndexOf(Replacement); at >= 0; at = text.IndexOf(Replacement, from))
        {
            byteOffset += Encoding.UTF8.GetByteCount(text.Substring(from, at - from));
            if (!IsReplacement(bytes.Slice(byteOffset)))
            {
                return at;
            }

            byteOffset += ReplacementBytes;
            from = at + 1;
        }

        return -1;
    }

    private static bool IsReplacement(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= ReplacementBytes && bytes[0] == 0xEF && bytes[1] == 0xBF && bytes[2] == 0xBD;

    private static SyntaxProblem At(string message, SourceSpan span) => new(message, span);
}
