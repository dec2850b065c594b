using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>GOV0204: two folders of notebooks are one folder on Windows and macOS.</summary>
internal sealed class UserFoldersDifferInCase : RepositoryCheck
{
    public override string Id => "GOV0204";

    public override void Run(RepositoryCheckContext context)
    {
        foreach (var root in NotebookFolders.Roots(context))
        {
            var clashes = NotebookFolders
                .UserFolders(context.Repository, root)
                .GroupBy(RepositoryPath.Name, StringComparer.OrdinalIgnoreCase)
                .Where(static group => group.Skip(1).Any());
            foreach (var folders in clashes)
            {
                Report(context, folders.ToImmutableArray());
            }
        }
    }

    private static void Report(RepositoryCheckContext context, ImmutableArray<string> folders)
    {
        var others = folders.RemoveAt(0);
        var names = string.Join(" and ", others.Select(static folder => $"'{RepositoryPath.Name(folder)}'"));
        context.Report(
            new Location(folders[0]),
            $"'{RepositoryPath.Name(folders[0])}' differs from {names} only in upper and lower case",
            "Move the notebooks of one folder into the other with git mv, on a file system that tells the two apart",
            string.Join("\n", folders.Select(RepositoryPath.Name)),
            related: others
                .Select(static folder => new RelatedLocation(new Location(folder), "is the same folder elsewhere"))
                .ToImmutableArray()
        );
    }
}
