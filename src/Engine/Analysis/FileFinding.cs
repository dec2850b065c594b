using System.Collections.Immutable;
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
    ImmutableArray<RelatedSpan> Related
);

/// <summary>Replaces a stretch of the file at hand.</summary>
public sealed record TextEdit(SourceSpan Span, string NewText);

/// <summary>A second place of the file at hand.</summary>
public sealed record RelatedSpan(SourceSpan Span, string Message);
