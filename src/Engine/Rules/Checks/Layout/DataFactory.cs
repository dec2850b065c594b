using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>Recognises the folders that Data Factory and Synapse keep in a repository, under names they choose.</summary>
internal static class DataFactory
{
    // https://learn.microsoft.com/azure/data-factory/source-control and
    // https://learn.microsoft.com/azure/synapse-analytics/cicd/source-control
    private static readonly ImmutableArray<string> Folders = ImmutableArray.Create(
        "credential",
        "dataflow",
        "dataset",
        "factory",
        "globalParameters",
        "integrationRuntime",
        "linkedService",
        "managedPrivateEndpoint",
        "managedVirtualNetwork",
        "notebook",
        "pipeline",
        "sparkJobDefinition",
        "sqlscript",
        "trigger"
    );

    /// <summary>
    /// Whether the top-level folder is one of theirs: it has such a name, and another one stands beside it or all it
    /// holds is JSON, in which they keep everything.
    /// </summary>
    public static bool Owns(string folder, RepositoryView repository) =>
        Folders.Contains(folder)
        && (
            repository.TopLevel.Count(static entry => entry.IsDirectory && Folders.Contains(entry.Name)) > 1
            || repository
                .FilesBelow(folder)
                .All(static file => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        );
}
