using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class MisnamedTopLevelFolder : RepositoryCheck
{
    public override string Id => "GOV0103";

    public override void Run(RepositoryCheckContext context)
    {
        foreach (var folder in LayoutMap.Of(context).Misnamed)
        {
            var holdsServerPaths = HoldsAzurePipelines(context.Repository, folder.Actual);
            context.Report(
                new Location(folder.Actual),
                $"The folder '{folder.Actual}' stands where '{folder.Expected}' is mandated{How(folder.Likeness)}",
                Remedy(folder, holdsServerPaths),
                folder.Role,
                holdsServerPaths ? null : Rename(folder),
                folder
                    .Others.Select(name => new RelatedLocation(
                        new Location(name),
                        $"'{name}' could be meant as '{folder.Expected}' as well"
                    ))
                    .ToImmutableArray()
            );
        }
    }

    private static string How(Likeness likeness) =>
        likeness switch
        {
            Likeness.Case => ", which differs in case",
            Likeness.LeadingDot => ", which begins with a dot",
            Likeness.Number => ", which differs in the final 's'",
            Likeness.Typo => ", from which it is one slip away",
            _ => "",
        };

    private static string Remedy(MisnamedFolder folder, bool holdsServerPaths) =>
        holdsServerPaths
            ? $"Rename it to '{folder.Expected}' and set the YAML path of each of its pipelines in Azure DevOps, which stores the path on the server"
            : $"Rename it to '{folder.Expected}', and mend what refers to the old name";

    private static Fix Rename(MisnamedFolder folder) =>
        new(
            $"Rename '{folder.Actual}' to '{folder.Expected}'",
            ImmutableArray.Create<FileEdit>(new MovePath(folder.Actual, folder.Expected))
        );

    private static bool HoldsAzurePipelines(RepositoryView repository, string folder) =>
        repository.Facts(FactKind.AzurePipeline).Any(fact => RepositoryPath.IsBelow(fact.Path, folder));
}
