using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Facts.Readers.Grants;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Credentials.Grants;

internal sealed class DeployerGrant : RepositoryCheck
{
    public override string Id => "GOV0311";

    public override FactKind? Needs => FactKind.AccessGrant;

    public override void Run(RepositoryCheckContext context)
    {
        foreach (
            var grant in GrantsOfRepository.Of(context).All.Where(static one => one.Principal == PrincipalKind.Deployer)
        )
        {
            context.Report(
                grant.Place,
                $"Whoever deploys this gets {grant.What}"
                    + (grant.Production is { } why ? $", and {why}" : "")
                    + ": a person who does so once from their machine keeps it",
                "Give it to an identity that a parameter names, so that it does not depend on who deploys",
                grant.Content,
                related: grant.Related,
                atMost: grant.Production is null ? Severity.Note : null
            );
        }
    }
}
