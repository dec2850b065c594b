using System.Collections.Generic;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;

/// <summary>
/// Ids of jobs and steps begin with a letter or underscore and hold letters, digits, hyphens and underscores.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_id
/// </summary>
internal static class IdFormat
{
    /// <summary>Judges an id.</summary>
    public static IEnumerable<FormatProblem> Check(string value, string what)
    {
        if (!IsId(value))
        {
            yield return new FormatProblem(
                0,
                value.Length,
                $"'{value}' is no id of a {what}",
                "Begin with a letter or '_', and use letters, digits, '-' and '_' only"
            );
        }
    }

    private static bool IsId(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var isLetter = value[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
            if (!isLetter && (i == 0 || value[i] is not ((>= '0' and <= '9') or '-')))
            {
                return false;
            }
        }

        return value.Length > 0;
    }
}
