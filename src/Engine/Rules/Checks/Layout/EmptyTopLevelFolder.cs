using System.Linq;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class EmptyTopLevelFolder : RepositoryCheck
{
    public override string Id => "GOV0104";

    public override void Run(RepositoryCheckContext context)
    {
        var map = LayoutMap.Of(context);
        var placeholders = new Placeholders(context);
        foreach (var role in context.Layout.Folders.Select(static folder => folder.Role))
        {
            var folders = map.FoldersOf(role);
            if (folders.IsEmpty || !folders.All(folder => placeholders.AreAllOf(folder, role)))
            {
                continue;
            }

            var purpose = FolderRole.PurposeOf(role) is { } text ? $"; it is the place for {text}" : "";
            context.Report(
                new Location(folders[0]),
                $"The folder '{folders[0]}' holds nothing but placeholders{purpose}",
                "Fill it, or leave it as it is until the project has something for it",
                role
            );
        }
    }
}
