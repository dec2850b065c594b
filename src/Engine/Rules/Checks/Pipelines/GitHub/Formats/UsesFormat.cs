using System;
using System.Collections.Generic;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;

/// <summary>
/// What <c>uses</c> refers to: <c>owner/repository[/path]@ref</c>, <c>./path</c>, <c>$/path</c>, or for steps <c>docker://image</c>.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_iduses
/// </summary>
internal static class UsesFormat
{
    private const string Docker = "docker://";

    /// <summary>Judges the reference of a step.</summary>
    public static IEnumerable<FormatProblem> CheckAction(string value)
    {
        var problem =
            IsLocal(value) || value.StartsWith(Docker, StringComparison.Ordinal) && value.Length > Docker.Length
                ? null
                : WhyNotRemote(value, 2);
        if (problem is not null)
        {
            yield return new FormatProblem(
                0,
                value.Length,
                $"'{value}' {problem}",
                "Write 'owner/repository@ref', './path' or 'docker://image'"
            );
        }
    }

    /// <summary>Judges the reference of a job.</summary>
    public static IEnumerable<FormatProblem> CheckWorkflow(string value)
    {
        var file = IsLocal(value) ? value : value.Split('@')[0];
        var problem =
            IsLocal(value) && value.Contains("@")
                ? "has a ref, which a workflow of this repository cannot have"
                : WhyNotWorkflow(file) ?? (IsLocal(value) ? null : WhyNotRemote(value, 3));
        if (problem is not null)
        {
            yield return new FormatProblem(
                0,
                value.Length,
                $"'{value}' {problem}",
                "Write 'owner/repository/.github/workflows/file.yml@ref' or './.github/workflows/file.yml'"
            );
        }
    }

    // './' is the workspace, '$/' the repository that the workflow itself comes from.
    private static bool IsLocal(string value) =>
        value.StartsWith("./", StringComparison.Ordinal) || value.StartsWith("$/", StringComparison.Ordinal);

    private static string? WhyNotWorkflow(string file) =>
        file.EndsWith(".yml", StringComparison.Ordinal) || file.EndsWith(".yaml", StringComparison.Ordinal)
            ? null
            : "names no file of a workflow";

    private static string? WhyNotRemote(string value, int leastParts)
    {
        var at = value.LastIndexOf('@');
        if (at < 0 || at == value.Length - 1)
        {
            return "names no ref behind an '@'";
        }

        var parts = value.Substring(0, at).Split('/');
        return parts.Length < leastParts || Array.Exists(parts, static part => part.Length == 0)
            ? "names no owner and repository"
            : null;
    }
}
