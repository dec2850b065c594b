using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Facts.Readers.Delivery;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>GOV0320: delivery signs in with a credential that is kept as a secret, where a federated identity would do.</summary>
internal sealed class StoredCredential : RepositoryCheck
{
    private const int MostSingles = 5;

    public override string Id => "GOV0320";

    public override FactKind? Needs => FactKind.StoredCredential;

    public override void Run(RepositoryCheckContext context)
    {
        var reach = new CredentialReach(context);
        foreach (var placed in context.Repository.Facts(FactKind.StoredCredential))
        {
            if (reach.IsDelivered(placed))
            {
                Report(placed.Path, placed.Fact, reach.Production(placed), context);
            }
        }
    }

    private static void Report(string path, Fact fact, string? production, RepositoryCheckContext context)
    {
        var family = DeliveryUnit.KindOf(fact);
        var name = DeliveryUnit.NameOf(fact);
        var isReplaceable = name.EndsWith(GitHubCredentials.Replaceable, System.StringComparison.Ordinal);
        name = isReplaceable ? name.Substring(0, name.Length - GitHubCredentials.Replaceable.Length) : name;
        var kind = StoredCredentialKind.Of(family);
        var where = production is null ? "" : $" to production ({production})";
        context.Report(
            new Location(path, fact.Span),
            $"{kind.What} is kept as the secret '{name}' and signs in{where}: whoever gets hold of it acts with its rights until it expires",
            kind.Remedy,
            family + " " + name,
            isReplaceable ? Federate(path, fact) : null,
            group: new FindingGroup(
                $"{family} {name} {production is not null}",
                MostSingles,
                places => Combine(places, kind, name, production is not null)
            ),
            fixWithheldBecause: family == "azure-credentials" && !isReplaceable
                ? "the job has to be granted 'id-token: write' first, and to lose no other permission by that"
                : null,
            family: family,
            atMost: CredentialReach.AtMost(production)
        );
    }

    private static CombinedFinding Combine(
        ImmutableArray<Location> places,
        StoredCredentialKind kind,
        string name,
        bool isProduction
    )
    {
        var files = places.Select(static place => place.Path).Distinct().Count();
        var where = isProduction ? " to production" : "";
        return new CombinedFinding(
            places[0],
            $"{kind.What} is kept as the secret '{name}' and signs in{where} at {places.Length} places of {files} files: whoever gets hold of it acts with its rights until it expires",
            kind.Remedy,
            "It signs in here"
        );
    }

    // The inputs stand below each other, so that each new one begins where the old one did.
    private static Fix Federate(string path, Fact fact)
    {
        var indent = "\n" + new string(' ', fact.Span.StartColumn - 1);
        var inputs = string.Join(
            indent,
            "client-id: ${{ vars.AZURE_CLIENT_ID }}",
            "tenant-id: ${{ vars.AZURE_TENANT_ID }}",
            "subscription-id: ${{ vars.AZURE_SUBSCRIPTION_ID }}"
        );
        return new Fix(
            "Sign in by the federated identity that the variables AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_SUBSCRIPTION_ID name",
            ImmutableArray.Create<FileEdit>(new ReplaceText(path, fact.Span, inputs))
        );
    }
}
