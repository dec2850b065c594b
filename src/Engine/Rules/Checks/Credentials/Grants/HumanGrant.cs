using System.Linq;
using Governance.Engine.Facts.Readers.Grants;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Credentials.Grants;

internal sealed class HumanGrant : RepositoryCheck
{
    public override string Id => "GOV0310";

    public override void Run(RepositoryCheckContext context)
    {
        var grants = GrantsOfRepository.Of(context).All;
        foreach (var grant in grants.Where(static grant => grant.Principal == PrincipalKind.User))
        {
            context.Report(
                grant.Place,
                grant.Production is { } why
                    ? $"A person gets {grant.What}, and {why}: they can act there without a pipeline, or read what it shows"
                    : $"A person gets {grant.What} here; where this is deployed for production, they can act there without a pipeline",
                "Grant it to the identity that pipelines or services sign in with (a service principal or a managed identity), and leave people to development",
                grant.Content,
                related: grant.Related,
                atMost: grant.Production is null ? Severity.Warning : null
            );
        }

        var unknown = grants.Where(static grant => grant.Principal == PrincipalKind.Unknown).ToList();
        if (unknown.Count > 0 && grants.All(static grant => grant.Principal != PrincipalKind.User))
        {
            var first = unknown[0].Place;
            var rest = unknown.Count == 1 ? "" : $" and {unknown.Count - 1} more";
            context.NotAvailable(
                $"Who gets access by {first.Path}:{first.Span?.StartLine}{rest} is known only where it is deployed: look there for people"
            );
        }
    }
}
