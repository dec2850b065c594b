namespace Governance.Engine.Findings;

/// <summary>How bad a finding is, in SARIF's words; ordered, so that a threshold can be compared.</summary>
public enum Severity
{
    /// <summary>The rule is not run.</summary>
    Off,

    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Should be mended.</summary>
    Warning,

    /// <summary>Breaks the mandate.</summary>
    Error,
}
