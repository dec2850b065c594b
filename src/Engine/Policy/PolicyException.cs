using System;
using System.Collections.Immutable;
using Governance.Engine.Findings;

namespace Governance.Engine.Policy;

/// <summary>An exception of governance.yml: findings that are known, explained, and accepted until a date.</summary>
/// <param name="RuleId">The rule, or a family member (<c>GOV0301/azure-storage-key</c>).</param>
/// <param name="Paths">Globs; empty for the whole repository.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who agreed; null where nobody is named.</param>
/// <param name="Ticket">Where it was agreed; null where nothing is named.</param>
/// <param name="Expires">The last day it holds, in UTC.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record PolicyException(
    string RuleId,
    ImmutableArray<string> Paths,
    string Reason,
    string? Approver,
    string? Ticket,
    DateTime Expires,
    Location Location
)
{
    /// <summary>Whether the organisation grants it; such a one is written for many repositories and never needless in one.</summary>
    public bool IsOrganisations { get; init; }

    /// <summary>The rule's id without a family's suffix.</summary>
    public string BaseRuleId => RuleId.IndexOf('/') is var slash && slash >= 0 ? RuleId.Substring(0, slash) : RuleId;
}
