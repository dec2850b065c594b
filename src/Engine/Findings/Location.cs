using Governance.Engine.Syntax;

namespace Governance.Engine.Findings;

/// <summary>Where a finding is: a stretch of a file, or a whole file or folder, which may be one that is missing.</summary>
/// <param name="Path">Relative to the governed root; <c>.</c> for the root itself.</param>
/// <param name="Span">The stretch, or null when the path itself is meant.</param>
public sealed record Location(string Path, SourceSpan? Span = null)
{
    /// <summary>The path that stands for the governed root.</summary>
    public const string Root = ".";
}
