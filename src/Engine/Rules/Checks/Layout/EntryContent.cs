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

    /// <summary>
    /// The role of the folder that most of it belongs to; null where nothing prevails. Pictures go with what they are
    /// with: alone or with pages they are documentation.
    /// </summary>
    public string? Role
    {
        get
        {
            var files = _files.Where(static file => !IsImage(file.Path)).ToList();
            return files.Count == 0
                ? FolderRole.Docs
                : files
                    .Select(RoleOf)
                    .GroupBy(static role => role, StringComparer.Ordinal)
                    .Where(role => role.Count() * 2 > files.Count)
                    .Select(static role => role.Key)
                    .FirstOrDefault();
        }
    }

    /// <summary>Whether most of it is data, which no folder of the layout is for.</summary>
    public bool IsData => _files.Count(static file => IsDataFile(file.Path)) * 2 > _files.Length;

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
            _ => null,
        };

    private static bool IsImage(string path) =>
        RepositoryPath.Extension(path) is ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".svg";

    private static bool IsDataFile(string path) =>
        RepositoryPath.Extension(path)
            is ".csv"
                or ".tsv"
                or ".jsonl"
                or ".parquet"
                or ".avro"
                or ".feather"
                or ".npy"
                or ".npz"
                or ".xlsx";
}
