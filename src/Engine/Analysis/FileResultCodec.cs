using System.Diagnostics.CodeAnalysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;

namespace Governance.Engine.Analysis;

/// <summary>
/// Writes a <see cref="FileResult"/> as bytes and reads it back, for stores. What is read back equals what was written, down
/// to unpaired surrogates. The empty result, which most files have, takes one byte.
/// </summary>
public static class FileResultCodec
{
    /// <summary>Changes whenever the form does: a store keeps it and takes nothing of another version.</summary>
    public const int Version = 1;

    private const byte Empty = 0;
    private const byte Full = 1;
    private const int NoSeverity = -1;

    /// <summary>The result as bytes.</summary>
    public static byte[] Encode(FileResult result)
    {
        if (result.IsEmpty)
        {
            return [Empty];
        }

        var writer = new ResultWriter();
        writer.Byte(Full);
        writer.Number(result.Findings.Length);
        foreach (var finding in result.Findings)
        {
            Write(writer, finding);
        }

        writer.Number(result.Facts.Length);
        foreach (var fact in result.Facts)
        {
            writer.Number((int)fact.Kind);
            writer.Text(fact.Value);
            writer.Span(fact.Span);
            writer.Number(fact.Owner);
        }

        writer.Number(result.InlineExceptions.Length);
        foreach (var exception in result.InlineExceptions)
        {
            writer.Text(exception.RuleId);
            writer.Text(exception.Until);
            writer.Text(exception.Reason);
            writer.Span(exception.Span);
        }

        return writer.ToArray();
    }

    /// <summary>Reads a result; false where the bytes are no result, which is never an exception.</summary>
    /// <param name="buffer">Holds the bytes.</param>
    /// <param name="offset">Where they start, inside the buffer.</param>
    /// <param name="length">How many there are, not past the buffer's end.</param>
    /// <param name="result">What they say.</param>
    public static bool TryDecode(byte[] buffer, int offset, int length, [NotNullWhen(true)] out FileResult? result)
    {
        var reader = new ResultReader(buffer, offset, length);
        switch (reader.Byte())
        {
            case Empty:
                result = FileResult.Empty;
                break;
            case Full:
                result = new FileResult(
                    reader.Many(static (ref ResultReader from) => ReadFinding(ref from)),
                    reader.Many(
                        static (ref ResultReader from) =>
                            new Fact((FactKind)from.Number(), from.Text(), from.Span(), from.Number())
                    ),
                    reader.Many(
                        static (ref ResultReader from) =>
                            new InlineException(from.Text(), from.Text(), from.Text(), from.Span())
                    )
                );
                break;
            default:
                result = null;
                return false;
        }

        result = reader.IsAtEnd ? result : null;
        return result is not null;
    }

    private static void Write(ResultWriter writer, FileFinding finding)
    {
        writer.Text(finding.RuleId);
        writer.OptionalSpan(finding.Span);
        writer.Text(finding.Message);
        writer.Text(finding.Remedy);
        writer.Text(finding.Content);
        writer.OptionalText(finding.FixTitle);
        writer.Number(finding.Edits.Length);
        foreach (var edit in finding.Edits)
        {
            writer.Span(edit.Span);
            writer.Text(edit.NewText);
        }

        writer.Number(finding.Related.Length);
        foreach (var related in finding.Related)
        {
            writer.Span(related.Span);
            writer.Text(related.Message);
        }

        writer.Number(finding.AtMost is { } atMost ? (int)atMost : NoSeverity);
    }

    private static FileFinding ReadFinding(ref ResultReader reader) =>
        new(
            reader.Text(),
            reader.OptionalSpan(),
            reader.Text(),
            reader.Text(),
            reader.Text(),
            reader.OptionalText(),
            reader.Many(static (ref ResultReader from) => new TextEdit(from.Span(), from.Text())),
            reader.Many(static (ref ResultReader from) => new RelatedSpan(from.Span(), from.Text())),
            reader.Number() is var atMost and not NoSeverity ? (Severity)atMost : null
        );
}
