using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Reporting;

/// <summary>All that a report is written from. It holds no clock and no host state: the same run gives the same bytes.</summary>
public sealed record CheckReport
{
    /// <summary>The tool's version (SemVer).</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Where the checked snapshot comes from.</summary>
    public required RepositoryOrigin Origin { get; init; }

    /// <summary>The policy of the run.</summary>
    public required EffectivePolicy Policy { get; init; }

    /// <summary>All findings, also the excepted ones, sorted by path, place and rule.</summary>
    public required ImmutableArray<JudgedFinding> Findings { get; init; }

    /// <summary>The outcome of every rule that is on, sorted by id.</summary>
    public required ImmutableArray<RuleOutcome> Outcomes { get; init; }

    /// <summary>How many files were looked at.</summary>
    public required int FileCount { get; init; }

    /// <summary>The severity from which a blocking finding fails the run; off for none.</summary>
    public Severity FailOn { get; init; } = Severity.Error;

    /// <summary>The base revision whose findings are left out, as the user wrote it; null where none was given.</summary>
    public string? Base { get; init; }

    /// <summary>Gives a file's text for excerpts; null where it has none.</summary>
    public required Func<string, SourceText?> TextOf { get; init; }

    /// <summary>The findings that people see.</summary>
    public IEnumerable<JudgedFinding> Shown => Findings.Where(static finding => finding.IsShown);

    /// <summary>Whether the run fails: an open finding in block mode reaches <see cref="FailOn"/>.</summary>
    public bool Fails => Findings.Any(finding => finding.Blocks(FailOn));

    /// <summary>Whether a policy file has mistakes, so that not all it says was applied.</summary>
    public bool HasPolicyProblems =>
        Findings.Any(static judged =>
            judged.Finding.RuleId == PolicyProblem.RuleId && judged.Disposition == Disposition.Open
        );

    /// <summary>How many findings have this disposition.</summary>
    public int Count(Disposition disposition) => Findings.Count(finding => finding.Disposition == disposition);
}
