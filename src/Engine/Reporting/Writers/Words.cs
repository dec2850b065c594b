using System;
using System.Globalization;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Rules;

namespace Governance.Engine.Reporting.Writers;

/// <summary>The words that all formats share.</summary>
internal static class Words
{
    /// <summary>What stands for the area of a finding whose rule the catalogue does not know.</summary>
    public const string NoArea = "other";

    public static string Of(Severity severity) => SettingWords.Of(severity);

    public static string Of(Mode mode) => SettingWords.Of(mode);

    public static string Of(RepositoryKind kind) => SettingWords.Of(kind);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: "1 finding", "2 findings".</summary>
    public static string Count(int number, string noun) => Of(number) + " " + noun + (number == 1 ? "" : "s");

    /// <summary>The place as people write it: <c>code/train.py:3:7</c>.</summary>
    public static string Place(Location location)
    {
        var path = location.Path == Location.Root ? "(repository root)" : location.Path;
        return location.Span is { } span ? path + ":" + Of(span.StartLine) + ":" + Of(span.StartColumn) : path;
    }

    public static string Area(string ruleId) => RuleCatalog.Find(ruleId)?.Area ?? NoArea;

    /// <summary>What the run comes to, in one line.</summary>
    public static string Verdict(RedactedReport report)
    {
        var summary = report.Summary;
        var would = summary.WouldBlock > 0 ? "; " + Of(summary.WouldBlock) + " would block" : "";
        return summary switch
        {
            { Errors: > 0 } => Count(summary.Errors, "check") + " failed by an error of the tool" + would,
            { Blocking: > 0 } => Count(summary.Blocking, "finding")
                + (summary.Blocking == 1 ? " blocks" : " block")
                + would,
            { Shown: > 0 } => "nothing blocks, " + Count(summary.Shown, "finding") + " to look at" + would,
            _ => "nothing blocks" + would,
        };
    }

    /// <summary>How much of what was looked at: "12 files of a project".</summary>
    public static string Scope(RedactedReport report) => Count(report.FileCount, "file") + " of a " + Of(report.Kind);

    /// <summary>How many rules gave a verdict, and why the others did not: the denominators.</summary>
    public static string Denominators(ReportSummary summary) =>
        $"{Of(summary.Judged)} of {Count(summary.Rules, "rule")} judged: {Of(summary.Passed)} passed, {Of(summary.Failed)} failed; "
        + $"{Of(summary.NotApplicable)} not applicable, {Of(summary.NotAvailable)} not available"
        + (summary.Errors > 0 ? $", {Of(summary.Errors)} could not finish" : "");
}
