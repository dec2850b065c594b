using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Repository;

/// <summary>What the commits of a repository held, beside a snapshot of it.</summary>
public sealed class RepositoryHistory
{
    /// <summary>Describes a history.</summary>
    /// <param name="files">Each content once, at a path it had, by blob id; without those of the snapshot.</param>
    /// <param name="commitsOf">Gives the commits that added or removed contents, by blob id, the oldest first.</param>
    /// <param name="notSeen">What of it could not be had: a sentence without a full stop; null where all could.</param>
    public RepositoryHistory(
        ImmutableArray<SourceFile> files,
        Func<IReadOnlyCollection<string>, IReadOnlyDictionary<string, ImmutableArray<HistoricCommit>>> commitsOf,
        string? notSeen = null
    )
    {
        Files = files;
        CommitsOf = commitsOf;
        NotSeen = notSeen;
    }

    /// <summary>What of the history could not be had: a sentence without a full stop; null where all could.</summary>
    public string? NotSeen { get; }

    /// <summary>Each content once, at a path it had.</summary>
    public ImmutableArray<SourceFile> Files { get; }

    /// <summary>Gives the commits that added or removed contents, by blob id, the oldest first.</summary>
    public Func<
        IReadOnlyCollection<string>,
        IReadOnlyDictionary<string, ImmutableArray<HistoricCommit>>
    > CommitsOf { get; }
}

/// <summary>A commit.</summary>
/// <param name="Id">Its id, whole.</param>
/// <param name="Date">The day it was committed, <c>yyyy-MM-dd</c>.</param>
/// <param name="Order">Its place in the history: what is lower came before.</param>
public sealed record HistoricCommit(string Id, string Date, int Order);
