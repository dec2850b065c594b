using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Rules.Checks.Credentials.SignIn;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>
/// Where a credential that is handed over acts: in a pipeline by where it leads, in a script by its place. A script that no pipeline runs and that
/// lies in no folder of delivery or code is nobody's delivery.
/// </summary>
internal sealed class CredentialReach(RepositoryCheckContext context)
{
    private readonly DeliveryMap _map = DeliveryMap.Of(context.Repository);
    private readonly DeliveryReach _delivery = DeliveryReach.Of(context);
    private readonly SignInPlaces _places = SignInPlaces.Of(context);

    /// <summary>The severity that a flaw has at the worst: that of the rule in production, a warning elsewhere.</summary>
    public static Severity? AtMost(string? production) => production is null ? Severity.Warning : null;

    /// <summary>Whether it is handed over in delivery.</summary>
    public bool IsDelivered(PlacedFact placed) =>
        _map.IsDelivery(placed.Path) || _places.At(placed.Path, placed.Fact.Span).Kind >= PlaceKind.Code;

    /// <summary>How it reaches production, as half a sentence; null where nothing says that it does.</summary>
    public string? Production(PlacedFact placed) =>
        _map.IsDelivery(placed.Path) ? _delivery.Production(placed.Path, placed.Fact.Span)
        : _places.At(placed.Path, placed.Fact.Span) is { Kind: PlaceKind.Production } place ? place.How
        : null;
}
