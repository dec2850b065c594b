namespace Governance.Engine.Analysis;

/// <summary>What became of a rule in one run.</summary>
public enum Outcome
{
    /// <summary>It ran and found nothing.</summary>
    Pass,

    /// <summary>It found something.</summary>
    Fail,

    /// <summary>The repository has nothing the rule is about, or is of a kind it does not apply to.</summary>
    NotApplicable,

    /// <summary>It could not be known, for a reason that is given.</summary>
    NotAvailable,

    /// <summary>Its check threw; a GOV0001 says so.</summary>
    Error,
}

/// <summary>A rule's outcome, with the reason where there is one.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was not applicable or not available: a sentence without a full stop.</param>
public sealed record RuleOutcome(string RuleId, Outcome Outcome, string? Reason = null);
