using System;

namespace Governance.Repositories.Git;

/// <summary>How a git command ended.</summary>
/// <param name="ExitCode">Zero for success.</param>
/// <param name="Errors">What it wrote to its error stream, at most 64 KB.</param>
internal sealed record GitOutcome(int ExitCode, string Errors)
{
    /// <summary>Whether it went well.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>The line that says what was wrong, without git's own prefix; empty where git said nothing.</summary>
    public string Reason
    {
        get
        {
            var first = "";
            foreach (var line in Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.StartsWith("fatal: ", StringComparison.Ordinal))
                {
                    return line["fatal: ".Length..].TrimEnd();
                }

                first = first.Length == 0 ? line.TrimEnd() : first;
            }

            return first.StartsWith("error: ", StringComparison.Ordinal) ? first["error: ".Length..] : first;
        }
    }
}

/// <summary>How a git command ended, and the lines it wrote.</summary>
internal sealed record GitText(GitOutcome Outcome, string[] Lines);
