using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>What a top-level entry that nobody expects holds, and hence where it could go.</summary>
internal sealed class EntryContent
{
    private static readonly ImmutableArray<FactKind> ReportedElsewhere = ImmutableArray.Create(
        FactKind.DatabricksNotebook,
        FactKind.GitHubWorkflow,
        FactKind.AzurePipeline,
        FactKind.AzureMLPipeline,
        FactKind.AzureMLResource,
        FactKind.TestCode
    );

    private readonly RepositoryView _repository;
    private readonly ImmutableArray<SourceFile> _files;

    /// <summary>Looks at the files of an entry: those of the folder, or the one it is.</summary>
    public EntryContent(RepositoryView repository, IEnumerable<SourceFile> files)
    {
        _repository = repository;
        _files = files.ToImmutableArray();
    }

    /// <summary>Whether all of it is misplaced by itself, which the rules about such files report.</summary>
    public bool IsReportedElsewhere => _files.All(IsElsewhere);

    /// <summary>The role of the folder that most of it belongs to; null where nothing prevails.</summary>
    public string? Role =>
        _files
            .Select(RoleOf)
            .OfType<string>()
            .GroupBy(static role => role, StringComparer.Ordinal)
            .Where(role => role.Count() * 2 > _files.Length)
            .Select(static role => role.Key)
            .FirstOrDefault();

    private bool IsElsewhere(SourceFile file) =>
        PathClassifier.Classify(file.Path) == FileClass.Notebook
        || ReportedElsewhere.Any(kind => _repository.Has(file.Path, kind));

    private static string? RoleOf(SourceFile file) =>
        PathClassifier.Classify(file.Path) switch
        {
            FileClass.Python or FileClass.OtherSource => FolderRole.Code,
            FileClass.Notebook => FolderRole.Notebooks,
            FileClass.Bicep or FileClass.Terraform => FolderRole.Cloud,
            FileClass.Documentation => FolderRole.Docs,
            _ => IsImage(file.Path) ? FolderRole.Docs : null,
        };

    private static bool IsImage(string path) =>
        RepositoryPath.Extension(path) is ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".svg";
}
