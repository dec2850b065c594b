using System;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>GOV0321: delivery acts with a personal access token, which has the rights of a person.</summary>
internal sealed class PersonalAccessToken : RepositoryCheck
{
    public override string Id => "GOV0321";

    public override FactKind? Needs => FactKind.PersonalToken;

    public override void Run(RepositoryCheckContext context)
    {
        var reach = new CredentialReach(context);
        var map = DeliveryMap.Of(context.Repository);
        // A token is one flaw of a job, however often the job hands it on.
        var uses = context
            .Repository.Facts(FactKind.PersonalToken)
            .GroupBy(placed => (placed.Path, placed.Fact.Value, map.At(placed.Path, placed.Fact.Span)?.Fact.Span));
        foreach (var use in uses)
        {
            var places = use.OrderBy(static placed => placed.Fact.Span).ToList();
            if (reach.IsDelivered(places[0]))
            {
                Report(places[0], places.Count, reach.Production(places[0]), context);
            }
        }
    }

    private static void Report(PlacedFact placed, int count, string? production, RepositoryCheckContext context)
    {
        var where = production is null ? "" : $" on production ({production})";
        var often = count > 1 ? $" {count} times" : "";
        var isGitHub = placed.Path.StartsWith(".github/", StringComparison.Ordinal);
        context.Report(
            new Location(placed.Path, placed.Fact.Span),
            $"'{placed.Fact.Value}' is handed over{often} and is by its name a personal access token: the job acts{where} with all rights of the person who made it, and whoever gets hold of it does so everywhere",
            isGitHub
                ? "Take 'github.token' within this repository, and a token of a GitHub App (actions/create-github-app-token) or a deploy key for another one"
                : "Take '$(System.AccessToken)' within the organisation, and a service connection of a service principal or managed identity elsewhere",
            placed.Fact.Value,
            atMost: CredentialReach.AtMost(production)
        );
    }
}
