using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Policy.Layering;
using Governance.Engine.Policy.Reading;
using Governance.Engine.Repository;

namespace Governance.Engine.Policy;

/// <summary>
/// Makes the policy of a repository from its texts: the built-in profile, the organisation's layer over it, and the
/// repository's over both. It never throws, whatever the texts: what is wrong becomes a problem and is left out.
/// </summary>
public static class PolicyLoader
{
    /// <summary>Loads the policy.</summary>
    public static PolicyLoadResult Load(PolicyInput input) => Load(input, KnownRules.OfCatalog());

    internal static PolicyLoadResult Load(PolicyInput input, KnownRules rules)
    {
        var organisation = Reading(PolicyLayerKind.Organisation, input.Organisation, rules);
        var repository = Reading(PolicyLayerKind.Repository, input.Repository, rules);
        var policy = new PolicyComposer(
            Read(organisation, input.Organisation),
            Read(repository, input.Repository),
            repository
        ).Compose(input, rules);
        return new PolicyLoadResult(
            policy,
            InOrder(organisation.Problems).Concat(InOrder(repository.Problems)).ToImmutableArray()
        );
    }

    private static PolicyReading Reading(PolicyLayerKind layer, PolicyDocument? document, KnownRules rules) =>
        new(layer, document?.DisplayPath ?? PathClassifier.PolicyFileName, rules);

    private static PolicyLayer Read(PolicyReading reading, PolicyDocument? document) =>
        document is null ? PolicyLayer.Empty : LayerReader.Read(reading, document);

    private static IEnumerable<PolicyProblem> InOrder(ImmutableArray<PolicyProblem> problems) =>
        problems.OrderBy(static problem => problem.Location.Span);
}
