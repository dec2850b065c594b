using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Repository;

namespace Governance.Engine.Analysis;

/// <summary>
/// The results of a snapshot's files. The base and the head of a change have nearly all files in common, and none of those
/// is analysed twice, whether or not results are kept between runs.
/// </summary>
internal sealed class SnapshotResults
{
    private readonly RepositorySnapshot _snapshot;
    private readonly Dictionary<string, FileResult> _byPath;

    /// <param name="snapshot">The snapshot.</param>
    /// <param name="files">Its files of which there is something to say.</param>
    public SnapshotResults(RepositorySnapshot snapshot, IEnumerable<AnalyzedFile> files)
    {
        _snapshot = snapshot;
        _byPath = files.ToDictionary(static file => file.Path, static file => file.Result, StringComparer.Ordinal);
    }

    /// <summary>The result of a file that is this snapshot's very own; null for any other, even at the same path.</summary>
    public FileResult? Find(SourceFile file) =>
        !ReferenceEquals(_snapshot.Find(file.Path), file) ? null
        : _byPath.TryGetValue(file.Path, out var result) ? result
        : FileResult.Empty;
}
