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
);
