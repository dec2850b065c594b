using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>GOV0324: development and production are delivered by one identity.</summary>
internal sealed class SharedIdentity : RepositoryCheck
{
    private const int MostRelated = 5;

    // Names that an environment has that is not production; what has neither is not judged.
    private static readonly string[] Others =
    [
        "dev",
        "development",
        "develop",
        "test",
        "tst",
        "qa",
        "int",
        "integration",
        "uat",
        "stage",
        "staging",
        "sandbox",
        "nonprod",
        "preprod",
    ];

    public override string Id => "GOV0324";

    public override FactKind? Needs => FactKind.DeliveryIdentity;

    public override void Run(RepositoryCheckContext context)
    {
        var reach = DeliveryReach.Of(context);
        var uses = DeliveryMap
            .Of(context.Repository)
            .UnitsWith(FactKind.DeliveryIdentity)
            .SelectMany(static unit => unit.Of(FactKind.DeliveryIdentity).Select(fact => new IdentityUse(unit, fact)))
            .Where(static use => IsCertain(use.Fact))
            .GroupBy(static use => use.Fact.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var identity in uses)
        {
            var inProduction = identity.Where(use => reach.Declared(use.Unit, byIdentity: false) is not null).ToList();
            var elsewhere = identity
                .Where(use => reach.Declared(use.Unit, byIdentity: false) is null && Other(use.Unit) is not null)
                .ToList();
            if (inProduction.Count > 0 && elsewhere.Count > 0)
            {
                Report(inProduction, elsewhere, reach, context);
            }
        }
    }

    private static void Report(
        List<IdentityUse> inProduction,
        List<IdentityUse> elsewhere,
        DeliveryReach reach,
        RepositoryCheckContext context
    )
    {
        var (unit, fact) = inProduction[0];
        var what = DeliveryUnit.KindOf(fact) == "connection" ? "service connection" : "client id";
        context.Report(
            new Location(unit.Path, fact.Span),
            $"The {what} '{DeliveryUnit.NameOf(fact)}' delivers to production ({reach.Declared(unit, byIdentity: false)}) and to '{Other(elsewhere[0].Unit)}' as well: whoever may change what runs there acts on production",
            "Give each environment an identity of its own, with rights in that environment alone",
            fact.Value,
            related: FindingPlaces.Of(
                elsewhere.Take(MostRelated).Select(static use => (use.Unit.Path, use.Fact.Span)),
                "It is used here as well"
            )
        );
    }

    // A secret or variable of one name may have another value in each environment.
    private static bool IsCertain(Fact identity) =>
        DeliveryUnit.NameOf(identity) is { Length: > 0 } name && name.IndexOf('$') < 0;

    private static string? Other(DeliveryUnit unit) =>
        unit
            .Chain.SelectMany(static one =>
                one.Of(FactKind.DeliveryTarget)
                    .Where(static target => DeliveryUnit.KindOf(target) != "connection")
                    .Select(DeliveryUnit.NameOf)
                    .Append(one.Name)
            )
            .FirstOrDefault(static name =>
                name.Split('-', '_', '.', ' ', '/')
                    .Any(static word => Array.IndexOf(Others, word.ToLowerInvariant()) >= 0)
            );

    private sealed record IdentityUse(DeliveryUnit Unit, Fact Fact);
}
