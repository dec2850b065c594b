using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;

namespace Governance.Engine.Reporting.Writers.Markdown;

/// <summary>
/// Markdown for comments and job summaries: counts, findings by area, what was excepted or not available. Observed
/// findings are counted by rule only. Never longer than <see cref="MostBytes"/>; what is left out is counted.
/// </summary>
public sealed class MarkdownReportWriter : IReportWriter
{
    /// <summary>The most bytes of UTF-8 a report takes: forges refuse comments over 65,535 characters.</summary>
    public const int MostBytes = 65_000;

    // For each of the sections after the findings.
    private const int SectionBytes = 6_000;
    private const int MostMembers = 3;
    private static readonly string[] Columns = ["Severity", "Rule", "Place", "Finding"];

    /// <inheritdoc/>
    public void Write(RedactedReport report, TextWriter output)
    {
        var head = Head(report);
        var sections = new[]
        {
            Observed(report),
            Excepted(report),
            Unknown(report, Outcome.NotAvailable, "not available"),
            Unknown(report, Outcome.Error, "could not finish"),
        };
        var tail = string.Concat(sections.Select(static section => section.Render()));
        output.Write(head);
        output.Write(Findings(report, MostBytes - Encoding.UTF8.GetByteCount(head + tail)));
        output.Write(tail);
    }

    private static string Head(RedactedReport report)
    {
        var summary = report.Summary;
        var sign = summary.Fails || summary.Errors > 0 ? "❌" : "✅";
        var text = new StringBuilder();
        text.Append("### ").Append(sign).Append(" policy: ").Append(Words.Verdict(report)).Append("\n\n");
        text.Append(Words.Scope(report)).Append("; ").Append(Words.Denominators(summary)).Append("\n\n");
        if (summary.Shown + summary.Observed > 0)
        {
            text.Append("| open, by mode | block | warn | observe |\n|---|--:|--:|--:|\n");
            foreach (var severity in ReportSummary.Severities)
            {
                var counts = ReportSummary.Modes.Select(mode => Words.Of(summary.Open(severity, mode)));
                text.Append(MarkdownTable.Row([Words.Of(severity), .. counts]));
            }

            text.Append('\n');
        }

        if (summary.Baselined > 0)
        {
            text.Append(Words.Count(summary.Baselined, "finding")).Append(" in the baseline.\n\n");
        }

        if (report.Base is { } revision)
        {
            text.Append(Words.Count(summary.InBase, "finding")).Append(" left out that ");
            text.Append(MarkdownText.Code(revision)).Append(" has already.\n\n");
        }

        return text.ToString();
    }

    // Where not all fit, those that block come first, then the worse ones; each area keeps the report's order.
    private static string Findings(RedactedReport report, int budget)
    {
        var shown = report.Findings.Where(static finding => finding.IsShown).ToList();
        var byArea = shown
            .GroupBy(static finding => Words.Area(finding.Finding.RuleId))
            .OrderBy(static area => area.Key, StringComparer.Ordinal)
            .Select(static area => (Table: AreaTable(area.Key, area.Count()), Findings: area.ToList()))
            .ToList();
        budget -= byArea.Sum(static area => area.Table.Overhead);
        var fitting = new HashSet<JudgedFinding>(ReferenceEqualityComparer.Instance);
        var byWeight = shown.OrderByDescending(finding => finding.Blocks(report.FailOn));
        foreach (var finding in byWeight.ThenByDescending(static finding => finding.Severity))
        {
            budget -= MarkdownTable.Bytes(Row(finding));
            if (budget < 0)
            {
                break;
            }

            fitting.Add(finding);
        }

        foreach (var (table, findings) in byArea)
        {
            foreach (var finding in findings)
            {
                table.Add(Row(finding), fitting.Contains(finding));
            }
        }

        return string.Concat(byArea.Select(static area => area.Table.Render()));
    }

    private static MarkdownTable AreaTable(string area, int count) =>
        new($"<b>{area}</b>: {Words.Count(count, "finding")}", "finding", Columns, isOpen: true);

    private static string Row(JudgedFinding judged)
    {
        var finding = judged.Finding;
        var severity = Words.Of(judged.Severity) + (judged.Mode == Mode.Warn ? " (warn)" : "");
        var remedy = finding.Remedy.Length > 0 ? "<br>→ " + MarkdownText.Of(finding.Remedy) : "";
        return MarkdownTable.Row(
            severity,
            MarkdownText.Of(finding.RuleId),
            MarkdownText.Code(Words.Place(finding.Location)),
            MarkdownText.Of(finding.Message) + Members(finding) + remedy
        );
    }

    // A comment has little room: the first places say what kind of thing it is, and the number is in the message.
    private static string Members(Finding finding)
    {
        if (finding.Related.IsEmpty)
        {
            return "";
        }

        var named = finding.Related.Take(MostMembers).Select(static r => MarkdownText.Code(Words.Place(r.Location)));
        var more =
            finding.Related.Length > MostMembers
                ? " and " + Words.Of(finding.Related.Length - MostMembers) + " more"
                : "";
        return "<br>" + string.Join(", ", named) + more;
    }

    private static MarkdownTable Observed(RedactedReport report)
    {
        var summary = report.Summary;
        var title = $"{Words.Count(summary.Observed, "finding")} observed, {Words.Of(summary.WouldBlock)} would block";
        var table = new MarkdownTable(title, "rule", ["Rule", "Findings"]);
        var byRule = report
            .Findings.Where(static finding => finding.IsObserved)
            .GroupBy(static finding => finding.Finding.RuleId, StringComparer.Ordinal);
        foreach (var rule in byRule.OrderBy(static rule => rule.Key, StringComparer.Ordinal))
        {
            table.AddWithin(SectionBytes, MarkdownTable.Row(MarkdownText.Of(rule.Key), Words.Of(rule.Count())));
        }

        return table;
    }

    private static MarkdownTable Excepted(RedactedReport report)
    {
        var title = Words.Count(report.Summary.Excepted, "finding") + " excepted";
        var table = new MarkdownTable(title, "exception", ["Rules", "Findings", "Reason", "Until", "Declared at"]);
        foreach (var use in report.Summary.ExceptionsUsed)
        {
            var row = MarkdownTable.Row(
                MarkdownText.Of(string.Join(", ", use.RuleIds)),
                Words.Of(use.Count),
                MarkdownText.Of(use.Reason),
                use.Declaration is { } declared ? Words.Of(declared.Expires) : "",
                use.DeclaredAt is { } place ? MarkdownText.Code(Words.Place(place)) : ""
            );
            table.AddWithin(SectionBytes, row);
        }

        return table;
    }

    private static MarkdownTable Unknown(RedactedReport report, Outcome outcome, string words)
    {
        var rules = report.Outcomes.Where(rule => rule.Outcome == outcome).ToList();
        var table = new MarkdownTable(Words.Count(rules.Count, "rule") + " " + words, "rule", ["Rule", "Why"]);
        foreach (var rule in rules)
        {
            var row = MarkdownTable.Row(MarkdownText.Of(rule.RuleId), MarkdownText.Of(rule.Reason ?? ""));
            table.AddWithin(SectionBytes, row);
        }

        return table;
    }
}
