using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class StepWithoutDependencies : RepositoryCheck
{
    public override string Id => "GOV0111";

    public override void Run(RepositoryCheckContext context)
    {
        var uses = CodeUses.Of(context.Repository);
        var steps = LayoutMap
            .Of(context)
            .FoldersOf(FolderRole.Code)
            .SelectMany(code => StepFolders.Find(context.Repository, code, uses).Select(step => new Step(step, code)))
            .ToList();
        if (steps.Count == 0)
        {
            context.NotApplicable("No folder of the code is known as a step");
            return;
        }

        var known = steps
            .Where(step =>
                !MayBeRunByPython(context.Repository) || uses.All.Any(use => Overlap(use.Folder, step.Folder))
            )
            .ToList();
        if (known.Count == 0)
        {
            context.NotAvailable("The pipelines are defined in Python, which gives steps their environments in code");
            return;
        }

        var dependencies = new DependencyFiles(context.Repository, context.Options.List("files"));
        var inherit = context.Options.Flag("inherit");
        var bare = known
            .Where(step => !uses.All.Any(use => use.HasEnvironment && Overlap(use.Folder, step.Folder)))
            .Where(step => !Defines(dependencies, step.Folder, step.Code, inherit))
            .Select(static step => step.Folder)
            .ToList();
        Report(context, bare, uses);
    }

    private sealed record Step(string Folder, string Code);

    private static bool MayBeRunByPython(RepositoryView repository) =>
        repository.Facts(FactKind.AzureMLPipeline).Any(static fact => StepName.IsScript(fact.Path));

    private static bool Overlap(string one, string other) =>
        one == other || RepositoryPath.IsBelow(one, other) || RepositoryPath.IsBelow(other, one);

    private static bool Defines(DependencyFiles dependencies, string step, string code, bool inherit)
    {
        if (dependencies.AreInOrBelow(step))
        {
            return true;
        }

        // A folder between is a package of which the step is a part; the code folder itself is everyone's.
        for (var above = RepositoryPath.Parent(step); above != code; above = RepositoryPath.Parent(above))
        {
            if (dependencies.AreIn(above))
            {
                return true;
            }
        }

        return inherit && (dependencies.AreIn(code) || dependencies.AreIn(""));
    }

    private static ImmutableArray<RelatedLocation> Related(CodeUse? use) =>
        use is null
            ? ImmutableArray<RelatedLocation>.Empty
            : use
                .References.Select(static reference => new RelatedLocation(
                    new Location(reference.Path, reference.Fact.Span),
                    "Runs the step, and names no environment"
                ))
                .ToImmutableArray();

    private static void Report(RepositoryCheckContext context, List<string> steps, CodeUses uses)
    {
        const string remedy =
            "Add a Conda file, requirements.txt, pyproject.toml or Dockerfile to it, or name an environment in the component or job that runs it";
        var group = new FindingGroup(
            FolderRole.Code,
            PathGroup.MostSingles,
            places => new CombinedFinding(
                new Location(RepositoryPath.Top(places[0].Path)),
                $"{places.Length} steps in '{RepositoryPath.Top(places[0].Path)}' do not define their dependencies",
                remedy,
                "A step without dependencies of its own"
            )
        );
        foreach (var step in steps)
        {
            context.Report(
                new Location(step),
                $"The step '{step}' does not define its dependencies",
                remedy,
                FolderRole.Code,
                related: Related(uses.Find(step)),
                group: group
            );
        }
    }
}
