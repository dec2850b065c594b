using Governance.Engine.Syntax;

namespace Governance.Engine.Policy.Reading;

/// <summary>A value and where it is written.</summary>
internal readonly record struct Located<T>(T Value, SourceSpan Span);
