using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>GOV0322: a secret is in the environment of steps that do not need it.</summary>
internal sealed class SpreadSecret : RepositoryCheck
{
    private const int MostNames = 5;

    public override string Id => "GOV0322";

    public override FactKind? Needs => FactKind.SpreadSecret;

    public override void Run(RepositoryCheckContext context)
    {
        var reach = DeliveryReach.Of(context);
        foreach (var unit in DeliveryMap.Of(context.Repository).UnitsWith(FactKind.SpreadSecret))
        {
            var secrets = unit.Of(FactKind.SpreadSecret).ToList();
            var names = secrets.Select(static fact => fact.Value).Distinct().ToList();
            var listed = string.Join(", ", names.Take(MostNames).Select(static name => $"'{name}'"));
            var further = names.Count > MostNames ? $" and {names.Count - MostNames} more" : "";
            var where = unit.IsJob ? $"the job '{unit.Name}'" : "the workflow";
            var production = reach.Production(unit);
            context.Report(
                new Location(unit.Path, secrets[0].Span),
                $"All steps of {where} get {listed}{further}: every action and every script in it can read what only some need",
                "Write 'env' at the steps that need it",
                string.Join(" ", names),
                atMost: production is null ? Severity.Note : null
            );
        }
    }
}
