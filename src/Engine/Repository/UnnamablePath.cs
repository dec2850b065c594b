namespace Governance.Engine.Repository;

/// <summary>A path that exists but has no name the engine can use, such as one that is not valid UTF-8.</summary>
/// <param name="DisplayPath">The path with the offending bytes escaped as <c>\xNN</c>.</param>
/// <param name="Reason">Half a sentence for people, without a full stop.</param>
public sealed record UnnamablePath(string DisplayPath, string Reason);
