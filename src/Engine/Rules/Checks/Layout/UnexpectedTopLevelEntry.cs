using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class UnexpectedTopLevelEntry : RepositoryCheck
{
    private const string RuleId = "GOV0102";
    private const string Allow = "name it in the rule's option 'allow' if every project may have it";

    public override string Id => RuleId;

    /// <summary>What stands at the root and belongs to no part of the layout, with what it holds.</summary>
    public static IEnumerable<UnexpectedEntry> Find(RepositoryCheckContext context, LayoutMap map)
    {
        var options = context.Policy.Rules[RuleId].Options;
        var allowed = GlobSet.Parse(options.List("allow"));
        var expected = GlobSet.Parse(options.List("expected"));
        return context
            .Repository.TopLevel.Where(entry =>
                !IsPartOfLayout(entry, context, map)
                && !allowed.IsMatch(entry.Name, entry.IsDirectory)
                && !expected.IsMatch(entry.Name.ToLowerInvariant(), entry.IsDirectory)
            )
            .Select(entry => new UnexpectedEntry(entry, ContentOf(entry, context.Repository)))
            .Where(static entry => !entry.Content.IsReportedElsewhere);
    }

    public override void Run(RepositoryCheckContext context)
    {
        var map = LayoutMap.Of(context);
        var entries = Find(context, map).ToList();
        var projects = UnexpectedProjects.Among(context, entries);
        foreach (var (entry, content) in entries)
        {
            var noun = IsFolder(entry, context.Repository) ? "folder" : "file";
            var destination = Destination(context, map, entry.Name, content);
            context.Report(
                new Location(entry.Name),
                $"The {noun} '{entry.Name}' belongs to no part of the mandated layout",
                projects.HintFor(entry.Name) is { } hint
                    ? $"{hint}; otherwise {char.ToLowerInvariant(destination[0])}{destination.Substring(1)}, or {Allow}"
                    : $"{destination}, or {Allow}",
                noun,
                group: new FindingGroup(noun, PathGroup.MostSingles, places => All(noun, places))
            );
        }
    }

    private static EntryContent ContentOf(TopLevelEntry entry, RepositoryView repository) =>
        new(
            repository,
            entry.Name,
            repository.Find(entry.Name) is { } file
                ? ImmutableArray.Create(file)
                : repository.FilesBelow(entry.Name).ToImmutableArray()
        );

    private static bool IsPartOfLayout(TopLevelEntry entry, RepositoryCheckContext context, LayoutMap map) =>
        map.RoleOf(entry.Name) is not null || (entry.IsDirectory && DataFactory.Owns(entry.Name, context.Repository));

    private static bool IsFolder(TopLevelEntry entry, RepositoryView repository) =>
        entry.IsDirectory || repository.Find(entry.Name) is { Kind: EntryKind.Submodule };

    private static CombinedFinding All(string noun, ImmutableArray<Location> places) =>
        new(
            new Location(Location.Root),
            $"{places.Length} {noun}s at the root belong to no part of the mandated layout",
            $"Move each {noun} into the mandated folder it belongs to, or {Allow}",
            $"An unexpected {noun}"
        );

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

        var what = content.IsPartlyReportedElsewhere ? "the rest of it" : "it";
        return content.Role is { } role && !map.NamesOf(role).IsEmpty
            ? $"Move {what} into '{map.Target(role)}'"
            : $"Move {what} into the mandated folder it belongs to";
    }
}

/// <summary>An entry of the root that belongs to no part of the layout, and what it holds.</summary>
internal sealed record UnexpectedEntry(TopLevelEntry Entry, EntryContent Content);
