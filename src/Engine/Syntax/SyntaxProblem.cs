namespace Governance.Engine.Syntax;

/// <summary>Why a text could not be read as its format, and where.</summary>
/// <param name="Message">A sentence for people without a full stop: what stands there and what was expected.</param>
/// <param name="Span">Where.</param>
public sealed record SyntaxProblem(string Message, SourceSpan Span);
