using System.Threading;
using Governance.Engine.Checking;
using Governance.Repositories;

namespace Governance.PolicyCli.Commands;

/// <summary>Which state of the repository the command line asks for.</summary>
internal static class SourceChoice
{
    /// <summary>The state. Throws <see cref="UsageException"/> when two are asked for.</summary>
    public static SnapshotSource Of(bool staged, string? commit) =>
        (staged, commit) switch
        {
            (true, not null) => throw new UsageException(
                "--staged and --commit exclude each other: a check has one source"
            ),
            (true, null) => SnapshotSource.Index,
            (false, not null) => SnapshotSource.Commit(commit),
            _ => SnapshotSource.WorkingTree,
        };

    /// <summary>The merge base of a revision and the state, which a change is compared with.</summary>
    public static BaseState BaseOf(
        GovernedRepository repository,
        SnapshotSource source,
        string revision,
        CancellationToken cancellation
    )
    {
        var mergeBase = source.Revision is { } commit
            ? repository.MergeBase(revision, commit, cancellation)
            : repository.MergeBase(revision, cancellation);
        return new BaseState(
            revision,
            repository.Commit(mergeBase, cancellation),
            repository.RenamesSince(mergeBase, source, cancellation)
        );
    }
}
