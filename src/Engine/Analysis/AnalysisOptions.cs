using System;
using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Rules;

namespace Governance.Engine.Analysis;

/// <summary>How a run is done, beside the policy.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Areas and rule ids to report on; empty for all. Engine rules are always reported.</summary>
    public ImmutableArray<string> Only { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Opens the store of file results for a configuration; null to keep none.</summary>
    public Func<string, IFileResultStore>? OpenStore { get; init; }

    /// <summary>Whether C# is left to a compiler, which knows more of it: then its files are only seen by their paths.</summary>
    public bool LeavesOutCSharp { get; init; }

    /// <summary>What earlier commits held, to be searched as well; null where only the snapshot counts.</summary>
    public RepositoryHistory? History { get; init; }

    /// <summary>Repositories beside the checked one, whose templates its pipelines may include.</summary>
    public ImmutableArray<OtherRepository> OtherRepositories { get; init; } = ImmutableArray<OtherRepository>.Empty;

    /// <summary>Called after each file, from any thread, for a host that shows progress.</summary>
    public Action? FileDone { get; init; }

    /// <summary>How many files are read at once; -1 for as many as the machine has processors.</summary>
    public int MaxParallelism { get; init; } = -1;

    /// <summary>The dialects that the policy declares.</summary>
    internal FileDialects Dialects { get; init; } = FileDialects.None;

    /// <summary>Results of a snapshot that shares files with this one, got with the same policy and checks; null where there are none.</summary>
    internal SnapshotResults? Known { get; init; }

    /// <summary>The checks to run: the catalogue's, unless a test brings its own.</summary>
    internal ImmutableArray<Check> Checks { get; init; } = RuleCatalog.Checks;

    /// <summary>Whether a rule is to be reported on.</summary>
    public bool Includes(RuleDescriptor rule) =>
        Only.IsEmpty || rule.Area == RuleCatalog.EngineArea || Only.Contains(rule.Area) || Only.Contains(rule.Id);
}
