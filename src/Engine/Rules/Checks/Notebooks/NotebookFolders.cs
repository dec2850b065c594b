using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Layout;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>The notebooks folder of a repository, and the folders directly in it.</summary>
internal static class NotebookFolders
{
    /// <summary>The folders that the layout calls notebooks and that exist; says so when there is none.</summary>
    public static IReadOnlyList<string> Roots(RepositoryCheckContext context)
    {
        var roots = context.Layout.NamesOf(FolderRole.Notebooks).Where(context.Repository.IsDirectory).ToArray();
        if (roots.Length == 0)
        {
            context.NotApplicable("The repository has no notebooks folder");
        }

        return roots;
    }

    /// <summary>The folders directly in a notebooks folder, by path, sorted ordinally.</summary>
    public static IEnumerable<string> UserFolders(RepositoryView repository, string root) =>
        repository.Directories.Where(folder =>
            RepositoryPath.IsBelow(folder, root) && folder.IndexOf('/', root.Length + 1) < 0
        );

    /// <summary>Whether a file is a notebook: Jupyter's, or one of Databricks saved as source.</summary>
    public static bool IsNotebook(RepositoryView repository, SourceFile file) =>
        file.Kind == EntryKind.File
        && (
            PathClassifier.Classify(file.Path) == FileClass.Notebook
            || repository.Has(file.Path, FactKind.DatabricksNotebook)
        );

    /// <summary>Whether a folder is one of those that belong to nobody.</summary>
    public static bool IsShared(RepositoryCheckContext context, string folder) =>
        context.Layout.SharedNotebookFolders.Contains(RepositoryPath.Name(folder), StringComparer.OrdinalIgnoreCase);
}
