using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>Further places of a finding.</summary>
internal static class FindingPlaces
{
    /// <summary>The places with one message.</summary>
    public static ImmutableArray<RelatedLocation> Of(
        IEnumerable<(string Path, SourceSpan Span)> places,
        string message
    ) => places.Select(place => new RelatedLocation(new Location(place.Path, place.Span), message)).ToImmutableArray();
}
