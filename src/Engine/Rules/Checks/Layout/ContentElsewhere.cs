using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>
/// Where the content stands that a missing folder is for, by what other rules of the area find: files that lie in the wrong
/// place, and folders that belong to no part of the layout.
/// </summary>
internal static class ContentElsewhere
{
    private const string UnexpectedRule = "GOV0102";
    private const int MostNamed = 3;

    /// <summary>The top-level entries that hold such content, quoted and listed as a sentence lists them; null where none does.</summary>
    public static string? For(string role, RepositoryCheckContext context, LayoutMap map)
    {
        var misplaced = LayoutChecks
            .All.OfType<MisplacedFilesCheck>()
            .Where(check => check.Role == role && context.Policy.Rules[check.Id].IsOn)
            .SelectMany(check => check.Misplaced(context, map))
            .Select(static place => RepositoryPath.Top(place.Path));
        var unexpected = context.Policy.Rules[UnexpectedRule].IsOn
            ? UnexpectedTopLevelEntry
                .Find(context, map)
                .Where(entry => entry.Content.Role == role)
                .Select(static entry => entry.Entry.Name)
            : Enumerable.Empty<string>();
        var names = misplaced
            .Concat(unexpected)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static name => name, StringComparer.Ordinal)
            .Select(static name => $"'{name}'")
            .ToImmutableArray();
        return names.IsEmpty ? null : List(names);
    }

    private static string List(ImmutableArray<string> names)
    {
        var shown = names.Length > MostNamed ? names.Take(MostNamed - 1).ToImmutableArray() : names;
        var last = names.Length > MostNamed ? $"{names.Length - shown.Length} more" : shown[shown.Length - 1];
        var others = names.Length > MostNamed ? shown : shown.RemoveAt(shown.Length - 1);
        return others.IsEmpty ? last : $"{string.Join(", ", others)} and {last}";
    }
}
