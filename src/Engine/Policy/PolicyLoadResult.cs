using System.Collections.Immutable;
using Governance.Engine.Findings;

namespace Governance.Engine.Policy;

/// <summary>The policy of a repository, and what is wrong with the texts it is made from.</summary>
/// <param name="Policy">All that was valid, applied.</param>
/// <param name="Problems">The rest: the organisation's first, each document's in the order of its text.</param>
public sealed record PolicyLoadResult(EffectivePolicy Policy, ImmutableArray<PolicyProblem> Problems);

/// <summary>A layer of the policy that somebody writes.</summary>
public enum PolicyLayerKind
{
    /// <summary>The organisation's policy, <c>--policy FILE</c>.</summary>
    Organisation,

    /// <summary>The repository's own <c>governance.yml</c>.</summary>
    Repository,
}

/// <summary>A mistake in a policy. What it stands in is left out; the rest applies.</summary>
/// <param name="Layer">The document it is in.</param>
/// <param name="Location">Where; the path is the document's <see cref="PolicyDocument.DisplayPath"/>.</param>
/// <param name="Message">What is wrong: a sentence without a full stop.</param>
/// <param name="Remedy">What to do: a sentence without a full stop.</param>
public sealed record PolicyProblem(PolicyLayerKind Layer, Location Location, string Message, string Remedy)
{
    /// <summary>The id of the rule that problems are reported as.</summary>
    public const string RuleId = "GOV0003";

    /// <summary>The problem as a finding of GOV0003.</summary>
    public Finding ToFinding() =>
        new()
        {
            RuleId = RuleId,
            Message = Message,
            Remedy = Remedy,
            Location = Location,
            Content = Message,
        };
}
