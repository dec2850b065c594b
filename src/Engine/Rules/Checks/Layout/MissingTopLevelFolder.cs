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
        var map = LayoutMap.Of(context);
        foreach (var folder in map.Missing.Where(folder => IsExpectedHere(folder, context)))
        {
            var name = NameToCreate(folder, context);
            var purpose = FolderRole.PurposeOf(folder.Role) is { } text ? $", the place for {text}" : "";
            var elsewhere = ContentElsewhere.For(folder.Role, context, map);
            context.Report(
                new Location(Location.Root),
                $"The folder {OneOf(folder.Names)} is missing{purpose}",
                elsewhere is null
                    ? $"Create '{name}' at the root"
                    : $"Create '{name}' at the root for what stands in {elsewhere} now",
                folder.Role,
                elsewhere is null ? CreateEmpty(name) : null,
                fixWithheldBecause: elsewhere is null
                    ? null
                    : $"'{name}' would stay empty while what belongs there stands in {elsewhere}: move that, and the folder is there"
            );
        }
    }

    // An empty folder beside the content it is for would turn the rule green and mend nothing.
    private static Fix CreateEmpty(string name) =>
        new(
            $"Create '{name}' with a placeholder",
            ImmutableArray.Create<FileEdit>(new CreateFile(RepositoryPath.Combine(name, Placeholder), ""))
        );

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
