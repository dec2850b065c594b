using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.Engine.Analysis;

/// <summary>A finding before it knows which file it is in: what the map step keeps by blob id.</summary>
public sealed record FileFinding(
    string RuleId,
    SourceSpan? Span,
    string Message,
    string Remedy,
    string Content,
    string? FixTitle,
    ImmutableArray<TextEdit> Edits,
    ImmutableArray<RelatedSpan> Related,
    Severity? AtMost = null
)
{
    /// <summary>The same finding of a piece of a file, with its places in the file; what a piece is found in has no edits.</summary>
    internal FileFinding Within(TextChunk piece) =>
        this with
        {
            Span = Span is { } span ? piece.InFile(span) : null,
            Related = ImmutableArray<RelatedSpan>.Empty,
        };

    /// <summary>The finding in the file at this path.</summary>
    public Finding At(string path) =>
        new()
        {
            RuleId = RuleId,
            Message = Message,
            Remedy = Remedy,
            Location = new Location(path, Span),
            Content = Content,
            AtMost = AtMost,
            Related = Related
                .Select(related => new RelatedLocation(new Location(path, related.Span), related.Message))
                .ToImmutableArray(),
            Fixes = FixTitle is null
                ? ImmutableArray<Fix>.Empty
                : ImmutableArray.Create(
                    new Fix(
                        FixTitle,
                        Edits
                            .Select(edit => (FileEdit)new ReplaceText(path, edit.Span, edit.NewText))
                            .ToImmutableArray()
                    )
                ),
        };
}

/// <summary>Replaces a stretch of the file at hand.</summary>
public sealed record TextEdit(SourceSpan Span, string NewText);

/// <summary>A second place of the file at hand.</summary>
public sealed record RelatedSpan(SourceSpan Span, string Message);
