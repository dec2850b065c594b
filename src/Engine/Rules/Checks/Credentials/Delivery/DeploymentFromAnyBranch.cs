using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Policy;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>GOV0325: what any branch holds is deployed to production.</summary>
internal sealed class DeploymentFromAnyBranch : RepositoryCheck
{
    public override string Id => "GOV0325";

    public override FactKind? Needs => FactKind.DeliveryTarget;

    public override void Run(RepositoryCheckContext context)
    {
        var reach = DeliveryReach.Of(context);
        var production = context.Production;
        foreach (
            var unit in DeliveryMap
                .Of(context.Repository)
                .UnitsWith(FactKind.DeliveryTarget)
                .Where(static unit => unit.IsJob)
        )
        {
            // A name may be that of a document, a build or a report; what is deployed to says so itself.
            var target = unit.Of(FactKind.DeliveryTarget)
                .FirstOrDefault(fact => DeliveryUnit.KindOf(fact) != "settings" && reach.IsProduction(fact));
            if (target is not null && Starts(unit, production).FirstOrDefault() is { } start)
            {
                var what = DeliveryUnit.KindOf(target) == "connection" ? "service connection" : "environment";
                context.Report(
                    new Location(unit.Path, target.Span),
                    $"The job '{unit.Name}' deploys to production ({what} '{DeliveryUnit.NameOf(target)}'), and {Told(start, production)}: whoever may push a branch decides what runs in production, unless the forge protects the {what}",
                    production.KnowsBranches
                        ? "Name the branches of production in the trigger, or ask for one of them in the job's condition"
                        : "Name the branches in the trigger, or ask for one in the job's condition; let the forge protect the environment as well",
                    DeliveryUnit.NameOf(target),
                    atMost: Severity.Warning
                );
            }
        }
    }

    // A start by hand from a branch of one's choice is the forge's to restrict, unless the policy says which branches there are.
    private static IEnumerable<string> Starts(DeliveryUnit unit, ProductionScope production)
    {
        var starts = new List<string>();
        foreach (var one in unit.Chain)
        {
            var own = one.Of(FactKind.DeliveryStart).Select(static fact => fact.Value).ToList();
            if (own.Contains("condition"))
            {
                return [];
            }

            starts.AddRange(own);
        }

        return starts.Where(start =>
            start is "push" or "pull_request"
            || (production.KnowsBranches && (start == "workflow_dispatch" || IsOtherBranch(start, production)))
        );
    }

    private static bool IsOtherBranch(string start, ProductionScope production) =>
        start.StartsWith("push ", StringComparison.Ordinal)
        && start.Substring(5) is var branch
        && branch.IndexOfAny(['*', '?', '[', '!', '+', '$']) < 0
        && !production.IsBranch(branch);

    private static string Told(string start, ProductionScope production) =>
        start switch
        {
            "push" => "a push to any branch starts it",
            "pull_request" => "a pull request starts it before anybody merged it",
            "workflow_dispatch" => "it can be started by hand from any branch",
            _ => $"a push to '{start.Substring(5)}' starts it, which governance.yml does not name",
        };
}
