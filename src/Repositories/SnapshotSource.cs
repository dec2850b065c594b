namespace Governance.Repositories;

/// <summary>Which state of a repository is meant.</summary>
public sealed record SnapshotSource
{
    private SnapshotSource(string? revision, bool staged)
    {
        Revision = revision;
        IsIndex = staged;
    }

    /// <summary>The files on disk.</summary>
    public static SnapshotSource WorkingTree { get; } = new(null, staged: false);

    /// <summary>What is staged for the next commit.</summary>
    public static SnapshotSource Index { get; } = new(null, staged: true);

    /// <summary>The commit meant, as given; null for the working tree and the index.</summary>
    public string? Revision { get; }

    /// <summary>Whether the index is meant.</summary>
    public bool IsIndex { get; }

    /// <summary>One commit, by any name git knows it by.</summary>
    public static SnapshotSource Commit(string revision) => new(revision, staged: false);
}
