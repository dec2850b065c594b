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
    private const string ChartFile = "Chart.yaml";

    private static readonly ImmutableArray<FactKind> ReportedElsewhere = ImmutableArray.Create(
        FactKind.DatabricksNotebook,
        FactKind.GitHubWorkflow,
        FactKind.AzurePipeline,
        FactKind.AzureMLPipeline,
        FactKind.AzureMLResource,
        FactKind.TestCode
    );

    // What belongs to a step and travels with its code.
    private static readonly ImmutableArray<FactKind> PartsOfSteps = ImmutableArray.Create(
        FactKind.AzureMLComponent,
        FactKind.AzureMLJob,
        FactKind.AzureMLEnvironment,
        FactKind.DependencyList
    );

    private readonly RepositoryView _repository;
    private readonly string _name;
    private readonly ImmutableArray<SourceFile> _files;
    private readonly ImmutableArray<SourceFile> _rest;
    private readonly ImmutableArray<string> _charts;

    /// <summary>Looks at the files of an entry: those of the folder, or the one it is.</summary>
    public EntryContent(RepositoryView repository, string name, IEnumerable<SourceFile> files)
    {
        _repository = repository;
        _name = name;
        _files = files.ToImmutableArray();
        _rest = _files.Where(file => !IsElsewhere(file)).ToImmutableArray();
        // https://helm.sh/docs/topics/charts/: this file makes a folder a chart.
        _charts = _files
            .Where(static file => RepositoryPath.Name(file.Path) == ChartFile)
            .Select(static file => RepositoryPath.Parent(file.Path))
            .ToImmutableArray();
    }

    /// <summary>Whether all of it is misplaced by itself, which the rules about such files report.</summary>
    public bool IsReportedElsewhere => _rest.IsEmpty;

    /// <summary>Whether some of it, but not all, is misplaced by itself.</summary>
    public bool IsPartlyReportedElsewhere => !_rest.IsEmpty && _rest.Length < _files.Length;

    /// <summary>
    /// The role of the folder that most of what remains belongs to; null where nothing prevails and the name says nothing.
    /// Pictures and readme pages go with what they are with: alone they are documentation.
    /// </summary>
    public string? Role
    {
        get
        {
            if (IsData)
            {
                return null;
            }

            var files = _rest.Where(static file => !IsCompany(file.Path)).ToList();
            var prevailing =
                files.Count == 0
                    ? FolderRole.Docs
                    : files
                        .Select(RoleOf)
                        .GroupBy(static role => role, StringComparer.Ordinal)
                        .Where(role => role.Count() * 2 > files.Count)
                        .Select(static role => role.Key)
                        .FirstOrDefault();
            // The scripts of an infrastructure belong to it: the mandate puts cloud-specific code into that folder.
            return prevailing is null or FolderRole.Code ? EntryName.RoleOf(_name) ?? prevailing : prevailing;
        }
    }

    /// <summary>Whether most of it is data, which no folder of the layout is for.</summary>
    public bool IsData => _files.Count(static file => IsDataFile(file.Path)) * 2 > _files.Length;

    /// <summary>Whether it holds scripts of its own; a single one may as well be part of a definition (<c>score.py</c>).</summary>
    public bool HasScripts => _rest.Count(static file => StepName.IsScript(file.Path)) > 1;

    private bool IsElsewhere(SourceFile file) =>
        PathClassifier.Classify(file.Path) == FileClass.Notebook
        || ReportedElsewhere.Any(kind => _repository.Has(file.Path, kind));

    private string? RoleOf(SourceFile file)
    {
        var path = file.Path;
        return PathClassifier.Classify(path) switch
        {
            FileClass.Python or FileClass.OtherSource => FolderRole.Code,
            FileClass.Bicep or FileClass.Terraform => FolderRole.Cloud,
            FileClass.Documentation => FolderRole.Docs,
            FileClass.Json
            or FileClass.Other
            or FileClass.Shell
            or FileClass.PowerShell
            or FileClass.Dockerfile
            or FileClass.Makefile when IsOfCloud(path) => FolderRole.Cloud,
            var kind when kind.IsYaml() && IsOfCloud(path) => FolderRole.Cloud,
            _ when IsShellScript(path)
                    || IsDependencyFile(path)
                    || PartsOfSteps.Any(kind => _repository.Has(path, kind)) => FolderRole.Code,
            _ => null,
        };
    }

    private bool IsOfCloud(string path) =>
        _charts.Any(chart => RepositoryPath.IsBelow(path, chart))
        || path.Split('/').Any(static part => EntryName.RoleOf(part) == FolderRole.Cloud);

    private static bool IsShellScript(string path) => RepositoryPath.Extension(path) is ".sh" or ".ps1" or ".bat";

    private static bool IsDependencyFile(string path)
    {
        var name = RepositoryPath.Name(path).ToLowerInvariant();
        return name is "pyproject.toml" or "pipfile" or "dockerfile"
            || (
                name.EndsWith(".txt", StringComparison.Ordinal)
                && name.IndexOf("requirements", StringComparison.Ordinal) >= 0
            );
    }

    private static bool IsCompany(string path) =>
        RepositoryPath.Extension(path) is ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".svg"
        || RepositoryPath.Name(path).StartsWith("readme", StringComparison.OrdinalIgnoreCase);

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
