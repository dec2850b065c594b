using System;

namespace Governance.PolicyCli;

/// <summary>The command line or a file it names is wrong: one sentence for people, exit code 2.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message) { }

    public UsageException(string message, Exception inner)
        : base(message, inner) { }
}
