namespace Governance.PolicyCli;

/// <summary>What the process returns.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing blocks.</summary>
    public const int Clean = 0;

    /// <summary>Findings block.</summary>
    public const int Blocked = 1;

    /// <summary>The command line or a policy file is wrong.</summary>
    public const int BadUsage = 2;

    /// <summary>The check could not be finished, so that its silence means nothing.</summary>
    public const int Unfinished = 3;

    /// <summary>Stopped by Ctrl-C or a termination signal (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
