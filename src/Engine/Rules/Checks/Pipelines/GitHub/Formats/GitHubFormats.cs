using System;
using System.Collections.Generic;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;

/// <summary>The formats that the dialects of GitHub name.</summary>
internal static class GitHubFormats
{
    private static readonly string[] Advice = ["ref-filter", "path-filter", "image-version-filter"];

    /// <summary>The format of a name; null where there is none.</summary>
    public static DialectFormat? Find(string name) =>
        name switch
        {
            "lone-event" => LoneEvent,
            "cron" => CronFormat.Check,
            "time-zone" => TimeZoneFormat.Check,
            "ref-filter" => FilterFormat.CheckRef,
            "path-filter" => FilterFormat.CheckPath,
            "image-version-filter" => FilterFormat.CheckPattern,
            "shell" => ShellFormat.Check,
            "job-id" => static value => IdFormat.Check(value, "job"),
            "step-id" => static value => IdFormat.Check(value, "step"),
            "variable-name" => VariableName,
            "action-reference" => UsesFormat.CheckAction,
            "workflow-reference" => UsesFormat.CheckWorkflow,
            _ => null,
        };

    /// <summary>Whether a value without this format is accepted by GitHub, and does not what it seems to.</summary>
    public static bool IsAdvice(string? format) => format is not null && Array.IndexOf(Advice, format) >= 0;

    private static IEnumerable<FormatProblem> LoneEvent(string value)
    {
        if (value == "schedule")
        {
            yield return new FormatProblem(
                0,
                value.Length,
                "'schedule' says nothing of when",
                "Write 'schedule:' and below it a list with 'cron'"
            );
        }
    }

    private static IEnumerable<FormatProblem> VariableName(string value)
    {
        var wrong = value.IndexOfAny([' ', '=', '&']);
        if (wrong >= 0)
        {
            yield return new FormatProblem(
                0,
                value.Length,
                $"'{value}' is no name of an environment variable: it holds '{value[wrong]}'",
                "Use letters, digits and underscores"
            );
        }
    }
}
