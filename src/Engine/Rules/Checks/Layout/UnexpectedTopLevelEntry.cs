using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class UnexpectedTopLevelEntry : RepositoryCheck
{
    public override string Id => "GOV0102";

    public override void Run(RepositoryCheckContext context)
    {
        var map = LayoutMap.Of(context);
        var allowed = GlobSet.Of(context.Options.List("allow"));
        var expected = GlobSet.Of(context.Options.List("expected"));
        var parents = new HashSet<string>(
            context.Layout.Folders.SelectMany(static folder => folder.Names).Select(RepositoryPath.Top)
        );
        var unexpected = context
            .Repository.TopLevel.Where(entry =>
                map.RoleOf(entry.Name) is null
                && !(
                    entry.IsDirectory
                    && (parents.Contains(entry.Name) || DataFactory.Owns(entry.Name, context.Repository))
                )
                && !allowed.IsMatch(entry.Name, entry.IsDirectory)
                && !expected.IsMatch(entry.Name.ToLowerInvariant(), entry.IsDirectory)
            )
            .ToList();
        ReportAll(context, "folder", unexpected.Where(static entry => entry.IsDirectory).ToList());
        ReportAll(context, "file", unexpected.Where(static entry => !entry.IsDirectory).ToList());
    }

    private static void ReportAll(RepositoryCheckContext context, string noun, List<TopLevelEntry> entries)
    {
        const string remedy =
            "or name it in the rule's option 'allow' if every project of the organisation may have it";
        if (entries.Count > PathGroup.MostSingles)
        {
            var group = new PathGroup(
                Location.Root,
                entries.Select(static entry => new Place(entry.Name)).ToImmutableArray()
            );
            context.Report(
                group.Location,
                $"{group.Count} {noun}s at the root belong to no part of the mandated layout",
                $"Move each {noun} into the mandated folder it belongs to, {remedy}",
                noun,
                related: group.Examples($"An unexpected {noun}")
            );
            return;
        }

        foreach (var entry in entries)
        {
            context.Report(
                new Location(entry.Name),
                $"The {noun} '{entry.Name}' belongs to no part of the mandated layout",
                $"Move it into the mandated folder it belongs to, {remedy}",
                noun
            );
        }
    }
}
