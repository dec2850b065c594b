using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Rules;

namespace Governance.Engine.Reporting.Writers.Html;

/// <summary>Every rule that was on, and what became of it.</summary>
internal static class HtmlRules
{
    public static void Write(HtmlOutput html, RedactedReport report)
    {
        html.Raw("<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Rules <span class=\"count\">");
        html.Number(report.Outcomes.Length).Raw("</span></h2>\n");
        if (report.Outcomes.IsEmpty)
        {
            html.Raw("<p>No rule is on.</p>\n</section>\n");
            return;
        }

        var open = report
            .Findings.Where(static finding => finding.IsShown || finding.IsObserved)
            .ToLookup(static finding => finding.Finding.BaseRuleId);
        html.TableHead(
            "all-rules",
            "Rules that are on",
            "Rule",
            "What it says",
            "Area",
            "Guidance",
            "Outcome",
            "#Open findings"
        );
        foreach (var outcome in report.Outcomes)
        {
            var rule = RuleCatalog.Find(outcome.RuleId);
            html.Raw("<tr id=\"rule-").Text(outcome.RuleId).Raw("\"><th scope=\"row\">").Text(outcome.RuleId);
            html.Raw("</th><td>").Text(rule?.Title ?? "").Raw("</td><td>").Text(Words.Area(outcome.RuleId));
            html.Raw("</td><td>").Text(rule is null or { Statement: "none" } ? "" : rule.Statement).Raw("</td><td>");
            html.Raw($"<span class=\"outcome {Kind(outcome.Outcome)}\">").Text(Name(outcome.Outcome)).Raw("</span>");
            if (outcome is { Outcome: Outcome.NotApplicable, Reason: { } reason })
            {
                html.Raw(" <span class=\"why\">").Text(reason).Raw("</span>");
            }

            html.Raw("</td><td class=\"number\">").Number(open[outcome.RuleId].Count()).Raw("</td></tr>\n");
        }

        html.TableEnd().Raw("</section>\n");
    }

    /// <summary>Writes a finding's rule, linked to its row where there is one.</summary>
    public static void Link(HtmlOutput html, RedactedReport report, Finding finding)
    {
        var isListed = report.Outcomes.Any(rule => rule.RuleId == finding.BaseRuleId);
        html.Raw(isListed ? "<a href=\"#rule-" : "<span title=\"").Text(finding.BaseRuleId).Raw("\">");
        html.Text(finding.RuleId).Raw(isListed ? "</a>" : "</span>");
    }

    public static string Name(Outcome outcome) =>
        outcome switch
        {
            Outcome.Pass => "passed",
            Outcome.Fail => "failed",
            Outcome.NotApplicable => "not applicable",
            Outcome.NotAvailable => "not available",
            _ => "could not finish",
        };

    private static string Kind(Outcome outcome) =>
        outcome switch
        {
            Outcome.Pass => "passed",
            Outcome.Fail => "failed",
            Outcome.NotApplicable => "inapplicable",
            Outcome.NotAvailable => "unavailable",
            _ => "unfinished",
        };
}
