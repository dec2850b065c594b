using System;
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

    public int Count => Places.Length;

    /// <summary>How a sentence refers to the places it named before.</summary>
    public string Pronoun => Count == 1 ? "it" : "them";

    public Location Location => Count == 1 ? Places[0].Location : new Location(Folder);

    /// <summary>The group of places that are told together.</summary>
    public static PathGroup Of(ImmutableArray<Location> places) =>
        Of(places.Select(static place => new Place(place.Path, place.Span)).ToImmutableArray());

    /// <summary>The group of one place or of several that share a top-level folder, or all lie at the root.</summary>
    public static PathGroup Of(ImmutableArray<Place> places) => new(CommonFolder(places), places);

    /// <summary>
    /// How a place is told with others: those of a top-level folder as one, those at the root one by one unless there are
    /// too many of them.
    /// </summary>
    public static FindingGroup Grouping(Place place, Func<PathGroup, CombinedFinding> combine)
    {
        var top = RepositoryPath.Top(place.Path);
        return top == place.Path
            ? new FindingGroup(Location.Root, MostSingles, places => combine(Of(places)))
            : new FindingGroup(top, 1, places => combine(Of(places)));
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

        return common.Length == 0 ? Location.Root : common;
    }
}
