using System.Collections.Immutable;
using Governance.Engine.Facts;

namespace Governance.Engine.Analysis;

/// <summary>All the map step knows of one file's content.</summary>
public sealed record FileResult(
    ImmutableArray<FileFinding> Findings,
    ImmutableArray<Fact> Facts,
    ImmutableArray<InlineException> InlineExceptions
)
{
    /// <summary>A file with nothing to say about.</summary>
    public static FileResult Empty { get; } =
        new(ImmutableArray<FileFinding>.Empty, ImmutableArray<Fact>.Empty, ImmutableArray<InlineException>.Empty);

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Findings.IsEmpty && Facts.IsEmpty && InlineExceptions.IsEmpty;
}

/// <summary>A file and what the map step knows of it.</summary>
internal sealed record AnalyzedFile(string Path, FileResult Result);
