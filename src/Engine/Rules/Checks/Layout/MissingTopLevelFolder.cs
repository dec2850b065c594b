using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class MissingTopLevelFolder : RepositoryCheck
{
    /// <summary>Keeps an empty folder in Git, which knows only files; a README would pass for the content that is missing.</summary>
    private const string Placeholder = ".gitkeep";

    public override string Id => "GOV0101";

    public override void Run(RepositoryCheckContext context)
    {
        foreach (var folder in LayoutMap.Of(context).Missing.Where(folder => IsExpectedHere(folder, context)))
        {
            var name = NameToCreate(folder, context);
            var purpose = FolderRole.PurposeOf(folder.Role) is { } text ? $", the place for {text}" : "";
            context.Report(
                new Location(Location.Root),
                $"The folder {OneOf(folder.Names)} is missing{purpose}",
                $"Create '{name}' at the root",
                folder.Role,
                new Fix(
                    $"Create '{name}' with a placeholder",
                    ImmutableArray.Create<FileEdit>(new CreateFile(RepositoryPath.Combine(name, Placeholder), ""))
                )
            );
        }
    }

    // A forge reads its folder at the repository's top only, which a governed root further down does not see.
    private static bool IsExpectedHere(MandatedFolder folder, RepositoryCheckContext context) =>
        folder.Role != FolderRole.Delivery || context.Repository.Origin.PathInRepository.Length == 0;

    private static string NameToCreate(MandatedFolder folder, RepositoryCheckContext context)
    {
        var isForGitHub =
            HostingForge.Of(context) == Forge.GitHub && !context.Repository.Facts(FactKind.AzurePipeline).Any();
        return isForGitHub && folder.Names.Contains(".github") ? ".github" : folder.Names[0];
    }

    private static string OneOf(ImmutableArray<string> names) =>
        string.Join(" or ", names.Select(static name => $"'{name}'"));
}
