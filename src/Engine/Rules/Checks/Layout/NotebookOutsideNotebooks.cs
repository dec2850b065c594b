using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class NotebookOutsideNotebooks : MisplacedFilesCheck
{
    public override string Id => "GOV0105";

    public override string Role => FolderRole.Notebooks;

    protected override string Noun => "notebook";

    protected override IEnumerable<Place> Find(RepositoryCheckContext context)
    {
        var jupyter = context
            .Repository.Files.Where(static file =>
                file.Kind == EntryKind.File && file.Path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)
            )
            .Select(static file => new Place(file.Path));
        return OptionsOf(context).Flag("databricks")
            ? jupyter.Concat(
                context
                    .Repository.Facts(FactKind.DatabricksNotebook)
                    .Select(static fact => new Place(fact.Path, fact.Fact.Span))
            )
            : jupyter;
    }

    protected override string Remedy(RepositoryCheckContext context, PathGroup group, LayoutMap map) =>
        $"Move {group.Pronoun} to '{UserFolder(map)}', where <user> is who works on {group.Pronoun}{OrShared(context, map)}, and mend what refers to the old path";

    protected override Fix? FixFor(RepositoryCheckContext context, PathGroup group, LayoutMap map)
    {
        var source = group.Count == 1 ? group.Places[0].Path : group.Folder;
        if (group.Count > 1 && (source == Location.Root || HoldsOtherFiles(context, group)))
        {
            return null;
        }

        var destination = RepositoryPath.Combine(UserFolder(map), RepositoryPath.Name(source));
        return new Fix(
            $"Move '{source}' to '{destination}'",
            ImmutableArray.Create<FileEdit>(new MovePath(source, destination))
        );
    }

    private static bool HoldsOtherFiles(RepositoryCheckContext context, PathGroup group) =>
        context.Repository.FilesBelow(group.Folder).Count() != group.Count;

    private static string OrShared(RepositoryCheckContext context, LayoutMap map) =>
        context.Layout.SharedNotebookFolders.IsEmpty
            ? ""
            : $", or to '{RepositoryPath.Combine(map.Target(FolderRole.Notebooks), context.Layout.SharedNotebookFolders[0])}' where it belongs to everyone";

    private static string UserFolder(LayoutMap map) =>
        RepositoryPath.Combine(map.Target(FolderRole.Notebooks), MovePath.UserPlaceholder);
}
