using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Policy;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>A folder that stands where a mandated one is missing, under a name like it.</summary>
/// <param name="Role">The role of the missing folder.</param>
/// <param name="Expected">The name it should have.</param>
/// <param name="Actual">The name it has.</param>
/// <param name="Likeness">What makes them alike.</param>
/// <param name="Others">Further folders that could be meant, the likeliest first.</param>
internal sealed record MisnamedFolder(
    string Role,
    string Expected,
    string Actual,
    Likeness Likeness,
    ImmutableArray<string> Others
)
{
    /// <summary>Finds the misnamed folders, at most one for each mandated folder that is missing.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="layout">The mandated folders.</param>
    /// <param name="missing">Those of them that are missing.</param>
    /// <param name="synonyms">Pairs <c>name=role</c>: further names that people give to a role's folder.</param>
    public static ImmutableArray<MisnamedFolder> FindAll(
        RepositoryView repository,
        LayoutSettings layout,
        IEnumerable<MandatedFolder> missing,
        ImmutableArray<string> synonyms
    )
    {
        var mandated = new HashSet<string>(layout.Folders.SelectMany(static f => f.Names), StringComparer.Ordinal);
        var candidates = repository
            .TopLevel.Where(entry => entry.IsDirectory && !mandated.Contains(entry.Name))
            .Where(entry => !DataFactory.Owns(entry.Name, repository))
            .Select(static entry => entry.Name)
            .ToList();
        var found = ImmutableArray.CreateBuilder<MisnamedFolder>();
        foreach (var folder in missing)
        {
            var alike = candidates
                .Select(name => Match(name, folder, synonyms))
                .Where(static match => match.Likeness != Likeness.None)
                .OrderBy(static match => match.Likeness)
                .ThenBy(static match => match.Name, StringComparer.Ordinal)
                .ToList();
            if (alike.Count > 0)
            {
                var others = alike.Skip(1).Select(static match => match.Name).ToImmutableArray();
                found.Add(new MisnamedFolder(folder.Role, alike[0].Expected, alike[0].Name, alike[0].Likeness, others));
                candidates.RemoveAll(name => alike.Exists(match => match.Name == name));
            }
        }

        return found.ToImmutable();
    }

    private static NameMatch Match(string name, MandatedFolder folder, ImmutableArray<string> synonyms)
    {
        var best = folder
            .Names.Select(expected => new NameMatch(name, expected, NameLikeness.Compare(name, expected)))
            .OrderBy(static match => match.Likeness)
            .First();
        return best.Likeness > Likeness.Synonym && IsSynonym(name, folder.Role, synonyms)
            ? new NameMatch(name, folder.Names[0], Likeness.Synonym)
            : best;
    }

    private static bool IsSynonym(string name, string role, ImmutableArray<string> synonyms) =>
        synonyms.Any(pair =>
            pair.IndexOf('=') is var equals
            && equals > 0
            && string.Equals(pair.Substring(0, equals).Trim(), name, StringComparison.OrdinalIgnoreCase)
            && string.Equals(pair.Substring(equals + 1).Trim(), role, StringComparison.Ordinal)
        );

    private sealed record NameMatch(string Name, string Expected, Likeness Likeness);
}
