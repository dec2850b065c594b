namespace Governance.Engine.Syntax.Expressions;

/// <summary>A property of an object: its name and type. No structure: sequences of structures are compiled when they are first met, which takes
/// longer than a small file needs.</summary>
internal sealed record NamedType(string Name, ExpressionType Type);
