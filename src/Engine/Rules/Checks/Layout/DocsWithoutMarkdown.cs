using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class DocsWithoutMarkdown : RepositoryCheck
{
    private const string FirstPage = """
        # About this project

        What it is for, where its data comes from, how to run it, and whom to ask.

        """;

    public override string Id => "GOV0113";

    public override void Run(RepositoryCheckContext context)
    {
        var repository = context.Repository;
        var placeholders = new Placeholders(context);
        var folders = LayoutMap
            .Of(context)
            .FoldersOf(FolderRole.Docs)
            .Where(folder => repository.IsDirectory(folder) && !placeholders.AreAllOf(folder, FolderRole.Docs))
            .ToImmutableArray();
        if (folders.IsEmpty)
        {
            context.NotApplicable("There is no folder of documentation with anything in it");
            return;
        }

        var extensions = context.Options.List("extensions");
        var files = folders.SelectMany(repository.FilesBelow);
        if (!files.Any(file => extensions.Contains(RepositoryPath.Extension(file.Path))))
        {
            var page = RepositoryPath.Combine(folders[0], "README.md");
            context.Report(
                new Location(folders[0]),
                $"The folder '{folders[0]}' holds no page of Markdown",
                $"Describe the project in '{page}': what it is for, its data, how to run it",
                FolderRole.Docs,
                new Fix($"Create '{page}'", ImmutableArray.Create<FileEdit>(new CreateFile(page, FirstPage)))
            );
        }
    }
}
