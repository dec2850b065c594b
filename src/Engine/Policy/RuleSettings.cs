using Governance.Engine.Findings;
using Governance.Engine.Rules;

namespace Governance.Engine.Policy;

/// <summary>How one rule runs in one repository, all layers applied.</summary>
/// <param name="Severity">How bad its findings are.</param>
/// <param name="Mode">What they do to people.</param>
/// <param name="Options">The page's defaults with the policy's values over them.</param>
/// <param name="Locked">Whether the organisation forbids the repository to lower, re-option, except or baseline it.</param>
/// <param name="NeverBaselined">Whether the organisation lists it under <c>never</c>.</param>
public sealed record RuleSettings(Severity Severity, Mode Mode, RuleOptions Options, bool Locked, bool NeverBaselined)
{
    /// <summary>Whether the rule runs at all.</summary>
    public bool IsOn => Severity != Severity.Off && Mode != Mode.Off;
}
