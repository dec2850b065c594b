using System;
using System.Collections.Generic;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;

namespace Governance.Engine.Checking;

/// <summary>All that one check of a repository depends on.</summary>
public sealed record CheckRequest
{
    /// <summary>What is checked. Its <c>governance.yml</c>, if it has one, is the repository's layer of the policy.</summary>
    public required RepositorySnapshot Snapshot { get; init; }

    /// <summary>The organisation's layer of the policy; null where there is none.</summary>
    public PolicyDocument? Organisation { get; init; }

    /// <summary>The baseline to use in place of the snapshot's own <c>governance.baseline</c>.</summary>
    public PolicyDocument? BaselineFile { get; init; }

    /// <summary>What the change is compared with; null to report everything.</summary>
    public BaseState? Base { get; init; }

    /// <summary>Today's date in UTC: waves begin and exceptions expire by it.</summary>
    public required DateTime Today { get; init; }

    /// <summary>The tool's version (SemVer), for the report.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The severity from which a blocking finding fails the run; off for none.</summary>
    public Severity FailOn { get; init; } = Severity.Error;

    /// <summary>What a host remembers of policy and baseline from check to check; null to read them.</summary>
    public PolicyMemory? Memory { get; init; }

    /// <summary>How the run is done.</summary>
    public AnalysisOptions Options { get; init; } = new();
}

/// <summary>The state a change grew out of.</summary>
/// <param name="Name">The revision as the user wrote it.</param>
/// <param name="Snapshot">The merge base's content.</param>
/// <param name="Renames">New path to old path, for what the change renamed.</param>
public sealed record BaseState(string Name, RepositorySnapshot Snapshot, IReadOnlyDictionary<string, string> Renames);
