namespace Governance.Engine.Policy;

/// <summary>What a finding does to people; ordered from nothing to everything.</summary>
public enum Mode
{
    /// <summary>The rule is not run.</summary>
    Off,

    /// <summary>Counted in reports as "would block"; never fails, never comments.</summary>
    Observe,

    /// <summary>Shown; never fails.</summary>
    Warn,

    /// <summary>Shown; fails where the severity reaches <c>--fail-on</c>.</summary>
    Block,
}
