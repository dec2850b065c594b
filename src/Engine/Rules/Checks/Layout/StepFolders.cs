using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>Finds the folders of the code that are steps of a pipeline.</summary>
internal static class StepFolders
{
    /// <summary>
    /// The folders below <paramref name="code"/> that a component or job runs, and those with the name of a usual step and
    /// a script, sorted. A folder of the name inside a Python package is a part of the package.
    /// </summary>
    public static IEnumerable<string> Find(RepositoryView repository, string code, CodeUses uses)
    {
        var steps = new SortedSet<string>(
            uses.All.Select(static use => use.Folder).Where(folder => RepositoryPath.IsBelow(folder, code)),
            StringComparer.Ordinal
        );
        var withScripts = repository
            .FilesBelow(code)
            .Where(static file => StepName.IsScript(file.Path))
            .Select(static file => RepositoryPath.Parent(file.Path))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var folder in withScripts)
        {
            if (
                folder != code
                && StepName.Of(RepositoryPath.Name(folder)) is not null
                && !repository.Exists(RepositoryPath.Combine(folder, "__init__.py"))
                && !steps.Any(step => RepositoryPath.IsBelow(folder, step))
            )
            {
                steps.Add(folder);
            }
        }

        return steps;
    }
}
