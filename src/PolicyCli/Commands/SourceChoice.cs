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
}
