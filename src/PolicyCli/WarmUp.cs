using System;
using System.Threading;
using Governance.Engine.Checking;
using Governance.Engine.Reporting;
using Governance.Engine.Repository;

namespace Governance.PolicyCli;

/// <summary>
/// Checks an empty repository beside the parsing of the command line and git's first answers. What a short run waits for is
/// the runtime, which loads types and links code at their first use; here a second processor does that ahead.
/// </summary>
internal static class WarmUp
{
    /// <summary>Begins, and returns at once. The thread ends with the process, finished or not.</summary>
    public static void Begin(DateTime today)
    {
        if (Environment.ProcessorCount > 1)
        {
            new Thread(() => Check(today)) { IsBackground = true, Name = "warm-up" }.Start();
        }
    }

    private static void Check(DateTime today)
    {
        var report = PolicyCheck.Run(
            new CheckRequest
            {
                Snapshot = new RepositorySnapshot([]),
                Today = today,
                ToolVersion = ToolVersion.Current,
            },
            CancellationToken.None
        );
        RedactedReport.From(report);
    }
}
