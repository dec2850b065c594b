using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>GOV0201: a notebook lies directly in the notebooks folder.</summary>
internal sealed class NotebookOutsideUserFolder : RepositoryCheck
{
    private const int MostSingleFindings = 5;

    public override string Id => "GOV0201";

    public override void Run(RepositoryCheckContext context)
    {
        foreach (var root in NotebookFolders.Roots(context))
        {
            var loose = context
                .Repository.FilesBelow(root)
                .Where(file => RepositoryPath.Parent(file.Path) == root)
                .Where(file => NotebookFolders.IsNotebook(context.Repository, file))
                .Select(static file => file.Path)
                .ToImmutableArray();
            var group = new FindingGroup(root, MostSingleFindings, places => All(context, root, places));
            foreach (var path in loose)
            {
                Report(context, root, path, group);
            }
        }
    }

    private static void Report(RepositoryCheckContext context, string root, string path, FindingGroup group)
    {
        var move = Move(root, path);
        var name = RepositoryPath.Name(path);
        context.Report(
            new Location(path),
            $"'{name}' lies directly in {root}/ and not in a user's folder",
            $"Move it to {move.NewPath}{OrShared(context, root)}",
            name,
            new Fix($"Move '{name}' into the folder of its user", ImmutableArray.Create<FileEdit>(move)),
            group: group
        );
    }

    private static CombinedFinding All(RepositoryCheckContext context, string root, ImmutableArray<Location> loose) =>
        new(
            new Location(root),
            $"{loose.Length} notebooks lie directly in {root}/ and not in a user's folder",
            $"Move each to {root}/{MovePath.UserPlaceholder}/{OrShared(context, root)}",
            "lies outside a user's folder",
            new Fix(
                $"Move the {loose.Length} notebooks into the folder of their user",
                loose.Select(place => (FileEdit)Move(root, place.Path)).ToImmutableArray()
            )
        );

    private static MovePath Move(string root, string path) =>
        new(path, $"{root}/{MovePath.UserPlaceholder}/{RepositoryPath.Name(path)}");

    private static string OrShared(RepositoryCheckContext context, string root) =>
        context.Layout.SharedNotebookFolders.IsEmpty
            ? ""
            : $", or to {root}/{context.Layout.SharedNotebookFolders[0]}/ when it belongs to nobody";
}
