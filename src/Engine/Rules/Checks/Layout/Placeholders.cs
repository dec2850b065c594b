using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>Tells files that only keep a folder in Git from content.</summary>
internal sealed class Placeholders
{
    private const string Rule = "GOV0104";

    private readonly RepositoryView _repository;
    private readonly GlobSet _names;

    /// <summary>Takes the names from the option <c>placeholders</c> of the rule about empty folders.</summary>
    public Placeholders(RepositoryCheckContext context)
    {
        _repository = context.Repository;
        _names = GlobSet.Parse(context.Policy.Rules[Rule].Options.List("placeholders"));
    }

    /// <summary>Whether the folder holds files, and placeholders only. A submodule or link is content.</summary>
    public bool AreAllOf(string folder, string role) =>
        _repository.IsDirectory(folder) && _repository.FilesBelow(folder).All(file => IsPlaceholder(file, role));

    private bool IsPlaceholder(SourceFile file, string role)
    {
        // The one folder in which a README is what belongs there.
        var isPage = role == FolderRole.Docs && PathClassifier.Classify(file.Path) == FileClass.Documentation;
        return file.Kind == EntryKind.File
            && !isPage
            && _names.IsMatch(RepositoryPath.Name(file.Path).ToLowerInvariant());
    }
}
