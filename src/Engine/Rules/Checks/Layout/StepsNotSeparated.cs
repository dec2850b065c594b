using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class StepsNotSeparated : RepositoryCheck
{
    public override string Id => "GOV0110";

    public override void Run(RepositoryCheckContext context)
    {
        var folders = LayoutMap.Of(context).FoldersOf(FolderRole.Code);
        if (folders.IsEmpty)
        {
            context.NotApplicable("There is no folder of code");
            return;
        }

        // A package may well have modules of such names; whoever runs them by two declarations runs them as steps.
        var suspects = new HashSet<string>(
            CodeUses.Of(context.Repository).All.Where(static use => use.IsShared).Select(static use => use.Folder),
            StringComparer.Ordinal
        );
        foreach (var folder in folders.SelectMany(static f => new[] { f, RepositoryPath.Combine(f, "src") }))
        {
            if (!context.Repository.Exists(RepositoryPath.Combine(folder, "__init__.py")))
            {
                suspects.Add(folder);
            }
        }

        var scripts = folders
            .SelectMany(context.Repository.FilesBelow)
            .Select(static file => file.Path)
            .Where(path => StepName.IsScript(path) && suspects.Contains(RepositoryPath.Parent(path)))
            .Where(static path => StepName.Of(RepositoryPath.Stem(path)) is not null)
            .GroupBy(RepositoryPath.Parent, StringComparer.Ordinal);
        foreach (var group in scripts)
        {
            Report(context, group.Key, group.ToList());
        }
    }

    private static void Report(RepositoryCheckContext context, string folder, List<string> scripts)
    {
        var steps = scripts
            .Select(static path => StepName.Of(RepositoryPath.Stem(path))!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (steps.Count > 1)
        {
            context.Report(
                new Location(folder),
                $"The scripts of {steps.Count} steps lie side by side in '{folder}': {string.Join(", ", scripts.Select(RepositoryPath.Name))}",
                $"Give each step a folder of its own, such as '{RepositoryPath.Combine(folder, RepositoryPath.Stem(scripts[0]))}', with its dependencies",
                FolderRole.Code,
                related: scripts
                    .Select(path => new RelatedLocation(
                        new Location(path),
                        $"The step of {StepName.Of(RepositoryPath.Stem(path))}"
                    ))
                    .ToImmutableArray()
            );
        }
    }
}
