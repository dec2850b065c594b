using System.Collections.Immutable;
using Governance.Engine.Findings;

namespace Governance.Engine.Policy;

/// <summary>Why a finding counts, or why it does not.</summary>
public enum Disposition
{
    /// <summary>It counts.</summary>
    Open,

    /// <summary>An exception of governance.yml or a comment in the file covers it.</summary>
    Excepted,

    /// <summary>The baseline holds it.</summary>
    Baselined,

    /// <summary>The base revision had it already, and only what the change introduced was asked for.</summary>
    InBase,
}

/// <summary>A finding, and what the policy says of it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Severity">How bad it is under this policy.</param>
/// <param name="Mode">What it does to people under this policy.</param>
/// <param name="Disposition">Whether it counts.</param>
/// <param name="Reason">The exception's reason, where one covers it; else null.</param>
/// <param name="DecidedBy">Where the exception is declared; null where there is none.</param>
public sealed record JudgedFinding(
    Finding Finding,
    Severity Severity,
    Mode Mode,
    Disposition Disposition = Disposition.Open,
    string? Reason = null,
    Location? DecidedBy = null
)
{
    /// <summary>The findings it tells together, each with its own fingerprint; empty where it stands for itself.</summary>
    public ImmutableArray<Finding> Members { get; init; } = ImmutableArray<Finding>.Empty;

    /// <summary>Whether it counts and people see it: open, and in mode warn or block.</summary>
    public bool IsShown => Disposition == Disposition.Open && Mode >= Mode.Warn;

    /// <summary>Whether it counts, but is only observed.</summary>
    public bool IsObserved => Disposition == Disposition.Open && Mode == Mode.Observe;

    /// <summary>Whether it fails a run whose threshold is <paramref name="failOn"/>.</summary>
    public bool Blocks(Severity failOn) =>
        Disposition == Disposition.Open && Mode == Mode.Block && failOn != Severity.Off && Severity >= failOn;
}
