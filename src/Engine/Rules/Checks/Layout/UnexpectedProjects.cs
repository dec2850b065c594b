using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>
/// Folders at the root that each hold a project, with code and dependencies of its own: a repository of several
/// projects, whose policies each stand in the project's folder.
/// </summary>
internal sealed class UnexpectedProjects
{
    private const string DependencyRule = "GOV0111";

    private readonly ImmutableArray<string> _folders;

    private UnexpectedProjects(ImmutableArray<string> folders) => _folders = folders;

    /// <summary>The projects among entries that nobody expects.</summary>
    public static UnexpectedProjects Among(RepositoryCheckContext context, IReadOnlyCollection<UnexpectedEntry> entries)
    {
        var withCode = entries
            .Where(static entry => entry.Entry.IsDirectory && entry.Content.HasScripts)
            .Where(static entry => EntryName.RoleOf(entry.Entry.Name) is null)
            .Select(static entry => entry.Entry.Name)
            .ToList();
        if (withCode.Count < 2)
        {
            return new UnexpectedProjects(ImmutableArray<string>.Empty);
        }

        var files = context.Policy.Rules[DependencyRule].Options.List("files");
        var dependencies = new DependencyFiles(context.Repository, files);
        return new UnexpectedProjects(withCode.Where(dependencies.AreInOrBelow).ToImmutableArray());
    }

    /// <summary>What to do if the folder is a project, as others beside it seem to be; null for other folders.</summary>
    public string? HintFor(string folder)
    {
        var others = _folders.Remove(folder);
        return others.Length == _folders.Length || others.IsEmpty
            ? null
            : $"If it is a project of its own, as {Name(others)} may be, put a {PathClassifier.PolicyFileName} into it, "
                + "so that it is checked by itself";
    }

    private static string Name(ImmutableArray<string> folders) =>
        folders.Length == 1 ? $"'{folders[0]}'" : $"'{folders[0]}' and '{folders[1]}'";
}
