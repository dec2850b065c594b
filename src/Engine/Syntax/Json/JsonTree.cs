namespace Governance.Engine.Syntax.Json;

/// <summary>A JSON text and what could be read of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Root">The value, as far as it could be read; null when not even its beginning could.</param>
/// <param name="Problem">The first thing that is not JSON; null when all of the text is.</param>
public sealed record JsonTree(SourceText Text, JsonNode? Root, SyntaxProblem? Problem)
{
    /// <summary>The place of a node in lines and columns.</summary>
    public SourceSpan Span(JsonNode node) => Text.Span(node.Start, node.Length);
}
