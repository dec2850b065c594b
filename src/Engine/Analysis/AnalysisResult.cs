using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Findings;

namespace Governance.Engine.Analysis;

/// <summary>What the checks saw, before the policy judges it.</summary>
public sealed record AnalysisResult
{
    /// <summary>All findings, sorted by path, place and rule, with their fingerprints set.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The outcome of every rule that is on and was asked for, sorted by id.</summary>
    public required ImmutableArray<RuleOutcome> Outcomes { get; init; }

    /// <summary>The inline exceptions of each file that has some, sorted ordinally by path.</summary>
    public required ImmutableArray<FileExceptions> InlineExceptions { get; init; }

    /// <summary>The files of which there is something to say, for a snapshot that shares some.</summary>
    internal IReadOnlyList<AnalyzedFile> Files { get; init; } = [];

    /// <summary>How many files the snapshot has.</summary>
    public required int FileCount { get; init; }
}
