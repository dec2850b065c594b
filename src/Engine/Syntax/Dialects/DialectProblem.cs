namespace Governance.Engine.Syntax.Dialects;

/// <summary>What is wrong with a file that is written in a dialect.</summary>
/// <param name="Span">The offending token.</param>
/// <param name="Message">What is wrong: a sentence without a full stop.</param>
/// <param name="Remedy">What to do: a sentence without a full stop.</param>
/// <param name="Content">What is flagged; it does not change when lines move.</param>
internal sealed record DialectProblem(SourceSpan Span, string Message, string Remedy, string Content)
{
    /// <summary>The name of the format that a value lacks; null where something else is wrong.</summary>
    public string? Format { get; init; }
}
