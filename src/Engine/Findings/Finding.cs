using System.Collections.Immutable;
using Governance.Engine.Rules;

namespace Governance.Engine.Findings;

/// <summary>One flaw a rule saw, before the policy says what it means for people.</summary>
public sealed record Finding
{
    /// <summary>The rule's id, with the family's suffix where it has one (<c>GOV0301/azure-storage-key</c>).</summary>
    public required string RuleId { get; init; }

    /// <summary>What is wrong and where: a sentence without a full stop.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it: a sentence without a full stop.</summary>
    public required string Remedy { get; init; }

    /// <summary>Where.</summary>
    public required Location Location { get; init; }

    /// <summary>Further places, in the order worth reading.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = ImmutableArray<RelatedLocation>.Empty;

    /// <summary>Mechanical remedies, the best one first.</summary>
    public ImmutableArray<Fix> Fixes { get; init; } = ImmutableArray<Fix>.Empty;

    /// <summary>
    /// Why the usual mechanical remedy is not offered here, where there is one: half a sentence. Null where it is offered or
    /// never was.
    /// </summary>
    public string? FixWithheldBecause { get; init; }

    /// <summary>
    /// The flagged content, which the fingerprint is made from: what makes this finding this one, wherever its line
    /// moves to. Never shown.
    /// </summary>
    public required string Content { get; init; }

    /// <summary>The identity of the finding over time, set when the run is complete.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>
    /// The severity it has at the worst, where its reach makes it less bad than its rule: what concerns development only. Null
    /// where the rule's severity counts.
    /// </summary>
    public Severity? AtMost { get; init; }

    /// <summary>How it is told together with others of its kind; null where it always stands alone.</summary>
    public FindingGroup? Group { get; init; }

    /// <summary>The rule's id without a family's suffix.</summary>
    public string BaseRuleId => RuleFamily.RuleOf(RuleId);
}
