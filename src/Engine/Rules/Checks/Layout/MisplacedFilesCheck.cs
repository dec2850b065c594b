using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>
/// Reports files of one kind that lie outside the folder for them. Options: <c>also-in</c>, the roles of further folders
/// that may hold them, and <c>allow</c>, globs of paths that are left alone.
/// </summary>
internal abstract class MisplacedFilesCheck : RepositoryCheck
{
    /// <summary>The role of the folder where the files belong.</summary>
    public abstract string Role { get; }

    /// <summary>What one file is, without an article (<c>notebook</c>).</summary>
    protected abstract string Noun { get; }

    /// <summary>What several of them are.</summary>
    protected virtual string Plural => Noun + "s";

    /// <inheritdoc/>
    public sealed override void Run(RepositoryCheckContext context)
    {
        if (!LayoutMap.IsMandated(context, Role))
        {
            context.NotApplicable($"The policy mandates no folder for the role '{Role}'");
            return;
        }

        var places = All(context);
        if (places.Count == 0)
        {
            context.NotApplicable($"The repository holds no {Noun}");
            return;
        }

        var map = LayoutMap.Of(context);
        foreach (var place in places.Where(IsMisplaced(context, map)))
        {
            var alone = Combined(PathGroup.Of(ImmutableArray.Create(place)));
            var group = PathGroup.Grouping(place, Combined);
            context.Report(alone.Location, alone.Message, alone.Remedy, Noun, alone.Fix, group: group);
        }

        CombinedFinding Combined(PathGroup group) =>
            new(
                group.Location,
                Message(group, map),
                Remedy(context, group, map),
                $"A misplaced {Noun}",
                FixFor(context, group, map)
            );
    }

    /// <summary>The files of the kind that lie in the wrong place, sorted by path; the check of any rule may ask.</summary>
    public IEnumerable<Place> Misplaced(RepositoryCheckContext context, LayoutMap map) =>
        All(context).Where(IsMisplaced(context, map));

    /// <summary>This rule's options, whichever rule's check is running.</summary>
    protected RuleOptions OptionsOf(RepositoryCheckContext context) => context.Policy.Rules[Id].Options;

    /// <summary>All files of the kind, wherever they lie.</summary>
    protected abstract IEnumerable<Place> Find(RepositoryCheckContext context);

    /// <summary>What to do with the files of a group.</summary>
    protected abstract string Remedy(RepositoryCheckContext context, PathGroup group, LayoutMap map);

    private List<Place> All(RepositoryCheckContext context) =>
        Find(context)
            .GroupBy(static place => place.Path, StringComparer.Ordinal)
            .Select(static group => group.First())
            .OrderBy(static place => place.Path, StringComparer.Ordinal)
            .ToList();

    private Func<Place, bool> IsMisplaced(RepositoryCheckContext context, LayoutMap map)
    {
        var options = OptionsOf(context);
        var allowed = GlobSet.Parse(options.List("allow"));
        var roles = options.List("also-in").Add(Role);
        return place =>
            !(map.RoleOf(place.Path) is { } role && roles.Contains(role))
            && !allowed.IsMatch(place.Path)
            && !IsAtHome(place.Path);
    }

    /// <summary>Whether a tool other than the mandate's demands the file exactly there.</summary>
    protected virtual bool IsAtHome(string path) => false;

    /// <summary>The mechanical remedy of a group, where there is one.</summary>
    protected virtual Fix? FixFor(RepositoryCheckContext context, PathGroup group, LayoutMap map) => null;

    /// <summary>What is wrong with a group.</summary>
    protected virtual string Message(PathGroup group, LayoutMap map)
    {
        var names = map.NamesOf(Role);
        var outside =
            $"outside the top-level folder{(names.Length > 1 ? "s" : "")} "
            + string.Join(" and ", names.Select(static name => $"'{name}'"));
        return group switch
        {
            { Count: 1 } => $"The {Noun} '{group.Places[0].Path}' lies {outside}",
            { Folder: Location.Root } => $"{group.Count} {Plural} lie at the root, {outside}",
            _ => $"{group.Count} {Plural} in '{group.Folder}' lie {outside}",
        };
    }
}
