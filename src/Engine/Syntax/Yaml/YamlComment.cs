namespace Governance.Engine.Syntax.Yaml;

/// <summary>A comment.</summary>
/// <param name="Span">From its <c>#</c> to the end of its line, without the line break.</param>
public readonly record struct YamlComment(SourceSpan Span);
