using System;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Facts.Readers.Grants;

namespace Governance.Engine.Rules.Checks.Credentials.Grants;

internal sealed class GroupGrantInProduction : RepositoryCheck
{
    public override string Id => "GOV0312";

    public override FactKind? Needs => FactKind.AccessGrant;

    public override void Run(RepositoryCheckContext context)
    {
        var breakGlass = context.Options.List("break-glass");
        foreach (
            var grant in GrantsOfRepository.Of(context).All.Where(static one => one.Principal == PrincipalKind.Group)
        )
        {
            if (
                grant.Production is { } why
                && !breakGlass.Any(name => grant.Written.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0)
            )
            {
                context.Report(
                    grant.Place,
                    $"A group gets {grant.What}, and {why}: its members, whom only the directory knows, can act there without a pipeline",
                    "Grant it to the identity that pipelines or services sign in with; a group for emergencies goes into the option break-glass",
                    grant.Content,
                    related: grant.Related
                );
            }
        }
    }
}
