using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;

/// <summary>
/// The shell of a script: one that GitHub knows, or a command with a <c>{0}</c> for the script's file.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
/// </summary>
internal static class ShellFormat
{
    private static readonly string[] Known = ["bash", "pwsh", "python", "sh", "cmd", "powershell"];

    /// <summary>Judges a shell.</summary>
    public static IEnumerable<FormatProblem> Check(string value)
    {
        if (!value.Contains("{0}") && !Known.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            var nearest = Spelling.Nearest(value, Known);
            yield return new FormatProblem(
                0,
                value.Length,
                $"The shell '{value}' is unknown" + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
                nearest is null
                    ? "Use one of " + string.Join(", ", Known) + ", or a command that holds '{0}' for the script's file"
                    : $"Use '{nearest}'"
            );
        }
    }
}
