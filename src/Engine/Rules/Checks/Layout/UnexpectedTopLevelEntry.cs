using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class UnexpectedTopLevelEntry : RepositoryCheck
{
    private const string Allow = "name it in the rule's option 'allow' if every project may have it";

    public override string Id => "GOV0102";

    public override void Run(RepositoryCheckContext context)
    {
        var map = LayoutMap.Of(context);
        var allowed = GlobSet.Parse(context.Options.List("allow"));
        var expected = GlobSet.Parse(context.Options.List("expected"));
        var unexpected = context
            .Repository.TopLevel.Where(entry =>
                !IsPartOfLayout(entry, context, map)
                && !allowed.IsMatch(entry.Name, entry.IsDirectory)
                && !expected.IsMatch(entry.Name.ToLowerInvariant(), entry.IsDirectory)
            )
            .ToLookup(entry => IsFolder(entry, context.Repository));
        ReportAll(context, map, "folder", unexpected[true].ToList());
        ReportAll(context, map, "file", unexpected[false].ToList());
    }

    private static bool IsPartOfLayout(TopLevelEntry entry, RepositoryCheckContext context, LayoutMap map) =>
        map.RoleOf(entry.Name) is not null || (entry.IsDirectory && DataFactory.Owns(entry.Name, context.Repository));

    private static bool IsFolder(TopLevelEntry entry, RepositoryView repository) =>
        entry.IsDirectory || repository.Find(entry.Name) is { Kind: EntryKind.Submodule };

    private static void ReportAll(
        RepositoryCheckContext context,
        LayoutMap map,
        string noun,
        List<TopLevelEntry> candidates
    )
    {
        var files = context.Repository.Files.ToLookup(static file => RepositoryPath.Top(file.Path));
        var entries = candidates
            .Select(entry => (entry.Name, Content: new EntryContent(context.Repository, files[entry.Name])))
            .Where(static entry => !entry.Content.IsReportedElsewhere)
            .ToList();
        var group = new FindingGroup(noun, PathGroup.MostSingles, All);
        foreach (var (name, content) in entries)
        {
            context.Report(
                new Location(name),
                $"The {noun} '{name}' belongs to no part of the mandated layout",
                $"{Destination(context, map, name, content)}, or {Allow}",
                noun,
                group: group
            );
        }

        CombinedFinding All(ImmutableArray<Location> places) =>
            new(
                new Location(Location.Root),
                $"{places.Length} {noun}s at the root belong to no part of the mandated layout",
                $"Move each {noun} into the mandated folder it belongs to, or {Allow}",
                $"An unexpected {noun}"
            );
    }

    private static string Destination(RepositoryCheckContext context, LayoutMap map, string name, EntryContent content)
    {
        var twin = context
            .Layout.Folders.SelectMany(static folder => folder.Names)
            .FirstOrDefault(folder => NameLikeness.Compare(name, folder) != Likeness.None);
        if (twin is not null && context.Repository.IsDirectory(twin))
        {
            return $"Merge it into '{twin}'";
        }

        if (content.IsData)
        {
            return "Keep data out of Git and register it as a data asset";
        }

        return content.Role is { } role && !map.NamesOf(role).IsEmpty
            ? $"Move it into '{map.Target(role)}'"
            : "Move it into the mandated folder it belongs to";
    }
}
