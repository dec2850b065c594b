using System;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>GOV0323: a service connection is named after a person, and is theirs.</summary>
internal sealed class PersonalServiceConnection : RepositoryCheck
{
    // Words of names that have two parts and are nobody's.
    private static readonly string[] Things =
    [
        "acr",
        "aks",
        "aml",
        "api",
        "app",
        "azure",
        "build",
        "ci",
        "cloud",
        "com",
        "connection",
        "data",
        "deploy",
        "dev",
        "devops",
        "docker",
        "github",
        "infra",
        "io",
        "ml",
        "mlops",
        "net",
        "nonprod",
        "npm",
        "nuget",
        "platform",
        "prod",
        "production",
        "public",
        "pypi",
        "registry",
        "release",
        "resource",
        "service",
        "staging",
        "subscription",
        "team",
        "test",
        "workspace",
    ];

    public override string Id => "GOV0323";

    public override FactKind? Needs => FactKind.DeliveryIdentity;

    public override void Run(RepositoryCheckContext context)
    {
        var reach = DeliveryReach.Of(context);
        foreach (var unit in DeliveryMap.Of(context.Repository).UnitsWith(FactKind.DeliveryIdentity))
        {
            var people = unit.Of(FactKind.DeliveryIdentity)
                .Where(static fact => DeliveryUnit.KindOf(fact) == "connection" && IsPerson(DeliveryUnit.NameOf(fact)))
                .GroupBy(DeliveryUnit.NameOf, StringComparer.Ordinal);
            foreach (var uses in people)
            {
                var production = reach.Production(unit);
                var where = production is null ? "" : $" to production ({production})";
                context.Report(
                    new Location(unit.Path, uses.First().Span),
                    $"The service connection '{uses.Key}' is named after a person: what runs here{where} may act with that person's rights, and ends when they leave",
                    "Make a service connection of a managed identity with workload identity federation, named after the project and the environment",
                    uses.Key,
                    atMost: production is null ? Severity.Warning : null
                );
            }
        }
    }

    // ana@contoso.com, ana.maier: an address, or two words of letters that name no thing.
    private static bool IsPerson(string name)
    {
        var at = name.IndexOf('@');
        if (at > 0)
        {
            return name.IndexOf('.', at) > at + 1
                && name.All(static c => char.IsLetterOrDigit(c) || c is '@' or '.' or '-' or '_' or '+');
        }

        var words = name.Split('.');
        return words.Length == 2
            && words.All(static word => word.Length >= 2 && word.All(char.IsLetter))
            && !words.Any(static word => Array.IndexOf(Things, word.ToLowerInvariant()) >= 0);
    }
}
