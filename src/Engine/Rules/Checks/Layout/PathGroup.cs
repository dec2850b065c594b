using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>A path, and the line of the file that tells what it is; null where the name alone does.</summary>
internal sealed record Place(string Path, SourceSpan? Span = null)
{
    public Location Location => new(Path, Span);
}

/// <summary>
/// Places that share a flaw and a top-level folder: one finding. It stands at the deepest folder that has all of them
/// below it, which is the topmost one that has to be looked at; for a single place, at the place itself.
/// </summary>
internal sealed record PathGroup(string Folder, ImmutableArray<Place> Places)
{
    /// <summary>So many findings are read one by one; more are one finding with examples.</summary>
    public const int MostSingles = 10;

    /// <summary>So many examples are shown of what one finding is about.</summary>
    public const int MostExamples = 5;

    public int Count => Places.Length;

    /// <summary>How a sentence refers to the places it named before.</summary>
    public string Pronoun => Count == 1 ? "it" : "them";

    public Location Location => Count == 1 ? Places[0].Location : new Location(Folder);

    /// <summary>A few of the places; none where the finding already stands at the only one.</summary>
    public ImmutableArray<RelatedLocation> Examples(string message) =>
        Count == 1
            ? ImmutableArray<RelatedLocation>.Empty
            : Places
                .Take(MostExamples)
                .Select(place => new RelatedLocation(place.Location, message))
                .ToImmutableArray();

    /// <summary>Groups files by top-level folder. Files at the root stand alone, unless there are too many of them.</summary>
    public static IEnumerable<PathGroup> ByTopLevel(IEnumerable<Place> places)
    {
        var groups = places.GroupBy(static place => RepositoryPath.Top(place.Path), StringComparer.Ordinal).ToList();
        var atRoot = groups.Where(static group => group.First().Path == group.Key).ToList();
        if (atRoot.Count > MostSingles)
        {
            yield return new PathGroup(Location.Root, atRoot.SelectMany(static group => group).ToImmutableArray());
            groups = groups.Except(atRoot).ToList();
        }

        foreach (var group in groups)
        {
            var members = group.ToImmutableArray();
            yield return new PathGroup(CommonFolder(members), members);
        }
    }

    private static string CommonFolder(ImmutableArray<Place> places)
    {
        var common = RepositoryPath.Parent(places[0].Path);
        foreach (var place in places)
        {
            while (!RepositoryPath.IsBelow(place.Path, common))
            {
                common = RepositoryPath.Parent(common);
            }
        }

        return common;
    }
}
