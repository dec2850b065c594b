using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Policy;

namespace Governance.Engine.Reporting.Writers.Html;

/// <summary>What does not count, with the reason: excepted, baselined, in the base, not available.</summary>
internal static class HtmlSetAside
{
    public static void Write(HtmlOutput html, RedactedReport report)
    {
        html.Raw("<section aria-labelledby=\"aside\">\n<h2 id=\"aside\">Set aside</h2>\n");
        html.Raw("<p>None of these count as compliant.</p>\n");
        WriteExcepted(html, report);
        WriteUnavailable(html, report);
        WriteList(html, report, Disposition.Baselined, "In the baseline", "baselined");
        WriteList(html, report, Disposition.InBase, "In the base already", "inbase");
        html.Raw("</section>\n");
    }

    private static void WriteExcepted(HtmlOutput html, RedactedReport report)
    {
        var uses = report.Summary.ExceptionsUsed;
        Heading(html, "Excepted", report.Summary.Excepted);
        if (uses.IsEmpty)
        {
            html.Raw("<p>No exception was used.</p>\n");
            return;
        }

        html.TableHead(
            "excepted",
            "Exceptions that were used",
            "Rules",
            "#Findings",
            "Reason",
            "Until",
            "Approver",
            "Ticket",
            "Declared at"
        );
        foreach (var use in uses)
        {
            html.Raw("<tr><td>")
                .Text(string.Join(", ", use.RuleIds))
                .Raw("</td><td class=\"number\">")
                .Number(use.Count);
            html.Raw("</td><td>").Text(use.Reason).Raw("</td><td class=\"day\">");
            html.Text(use.Declaration is { } declared ? Words.Of(declared.Expires) : "see the comment");
            html.Raw("</td><td>").Text(use.Declaration?.Approver ?? "").Raw("</td><td>");
            html.Text(use.Declaration?.Ticket ?? "").Raw("</td><td class=\"place\">");
            html.Text(use.DeclaredAt is { } place ? Words.Place(place) : "").Raw("</td></tr>\n");
        }

        html.TableEnd();
    }

    private static void WriteUnavailable(HtmlOutput html, RedactedReport report)
    {
        var rules = report
            .Outcomes.Where(static rule => rule.Outcome is Outcome.NotAvailable or Outcome.Error)
            .ToList();
        Heading(html, "Not available", rules.Count);
        if (rules.Count == 0)
        {
            html.Raw("<p>Every rule that applies gave an answer.</p>\n");
            return;
        }

        html.TableHead("unavailable", "Rules without an answer", "Rule", "Outcome", "Why");
        foreach (var rule in rules)
        {
            html.Raw("<tr><th scope=\"row\">").Text(rule.RuleId).Raw("</th><td>");
            html.Text(HtmlRules.Name(rule.Outcome)).Raw("</td><td>").Text(rule.Reason ?? "").Raw("</td></tr>\n");
        }

        html.TableEnd();
    }

    private static void WriteList(
        HtmlOutput html,
        RedactedReport report,
        Disposition disposition,
        string heading,
        string id
    )
    {
        List<JudgedFinding> findings = [.. report.Findings.Where(finding => finding.Disposition == disposition)];
        if (findings.Count == 0)
        {
            return;
        }

        Heading(html, heading, findings.Count);
        html.Raw("<details><summary>List</summary>\n");
        html.TableHead(id, heading, "Severity", "Rule", "Place", "Finding");
        foreach (var judged in findings)
        {
            html.Raw($"<tr><td data-key=\"{3 - (int)judged.Severity}\">").Raw(HtmlOverview.Badge(judged.Severity));
            html.Raw("</td><td>").Text(judged.Finding.RuleId).Raw("</td><td class=\"place\">");
            html.Place(judged.Finding.Location).Raw("</td><td>").Text(judged.Finding.Message);
            html.Raw("</td></tr>\n");
        }

        html.TableEnd().Raw("</details>\n");
    }

    private static void Heading(HtmlOutput html, string heading, int count) =>
        html.Raw("<h3>").Text(heading).Raw(" <span class=\"count\">").Number(count).Raw("</span></h3>\n");
}
