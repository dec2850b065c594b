using System.Collections.Concurrent;
using System.Threading;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Checking;

/// <summary>The texts of a snapshot's files, for excerpts: read when asked for, once each.</summary>
internal sealed class SnapshotTexts
{
    private readonly ConcurrentDictionary<string, SourceText?> _texts = new(System.StringComparer.Ordinal);
    private readonly RepositorySnapshot _snapshot;
    private readonly CancellationToken _cancellationToken;

    public SnapshotTexts(RepositorySnapshot snapshot, CancellationToken cancellationToken)
    {
        _snapshot = snapshot;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The text of a regular file; null for anything else, for binary content, and for what cannot be read.</summary>
    public SourceText? Of(string path) => _texts.GetOrAdd(path, Read);

    private SourceText? Read(string path)
    {
        if (_snapshot.Find(path) is not { Kind: EntryKind.File } file)
        {
            return null;
        }

        var content = file.Read(_cancellationToken);
        return content.UnavailableBecause is null ? SourceText.TryDecode(content.Bytes.Span) : null;
    }
}
