using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;

namespace Governance.Engine.Reporting.Writers.Html;

/// <summary>The open findings, also the observed ones, each with its line and what to do.</summary>
internal static class HtmlFindings
{
    public static void Write(HtmlOutput html, RedactedReport report)
    {
        var open = report
            .Findings.Where(static finding => finding.IsShown || finding.IsObserved)
            .OrderByDescending(finding => finding.Blocks(report.FailOn))
            .ThenByDescending(static finding => finding.Mode)
            .ThenByDescending(static finding => finding.Severity)
            .ToList();
        html.Raw("<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings <span class=\"count\">");
        html.Number(open.Count).Raw("</span></h2>\n");
        if (open.Count == 0)
        {
            html.Raw("<p>None is open.</p>\n</section>\n");
            return;
        }

        WriteFilter(html, open);
        html.TableHead("open", "Open findings", "Severity", "Mode", "Area", "Rule", "Place", "Finding");
        foreach (var judged in open)
        {
            WriteRow(html, report, judged);
        }

        html.TableEnd().Raw("</section>\n");
    }

    // Hidden until the script runs: without it a filter would be a promise.
    private static void WriteFilter(HtmlOutput html, List<JudgedFinding> open)
    {
        html.Raw("<form class=\"filter\" id=\"filter\" hidden>\n");
        Select(html, "severity", "Severity", ReportSummary.Severities.Select(Words.Of));
        Select(html, "mode", "Mode", ReportSummary.Modes.Select(Words.Of));
        var areas = open.Select(static finding => Words.Area(finding.Finding.RuleId)).Distinct(StringComparer.Ordinal);
        Select(html, "area", "Area", areas.Order(StringComparer.Ordinal));
        html.Raw("<label>Text <input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n");
        html.Raw("<output id=\"matches\" aria-live=\"polite\"></output>\n</form>\n");
    }

    private static void Select(HtmlOutput html, string name, string label, IEnumerable<string> values)
    {
        html.Raw($"<label>{label} <select name=\"{name}\"><option value=\"\">all</option>");
        foreach (var value in values)
        {
            html.Raw("<option>").Text(value).Raw("</option>");
        }

        html.Raw("</select></label>\n");
    }

    private static void WriteRow(HtmlOutput html, RedactedReport report, JudgedFinding judged)
    {
        var finding = judged.Finding;
        var area = Words.Area(finding.RuleId);
        var mode = Words.Of(judged.Mode);
        html.Raw(judged.IsObserved ? "<tr class=\"observed\"" : "<tr");
        html.Raw($" data-severity=\"{Words.Of(judged.Severity)}\" data-mode=\"{mode}\" data-area=\"")
            .Text(area)
            .Raw("\">");
        html.Raw($"<td data-key=\"{3 - (int)judged.Severity}\">").Raw(HtmlOverview.Badge(judged.Severity)).Raw("</td>");
        html.Raw($"<td data-key=\"{3 - (int)judged.Mode}\">").Text(mode).Raw("</td>");
        html.Raw("<td>").Text(area).Raw("</td><td>");
        HtmlRules.Link(html, report, finding);
        html.Raw("</td><td class=\"place\">").Place(finding.Location).Raw("</td><td class=\"finding\">");
        html.Raw("<p class=\"message\">").Text(finding.Message).Raw("</p>");
        WriteExcerpt(html, report, finding.Location);
        if (finding.Remedy.Length > 0)
        {
            html.Raw("<p class=\"remedy\"><span>To do:</span> ").Text(finding.Remedy);
            html.Raw(finding.Fixes.IsEmpty ? "</p>" : " <span class=\"mechanical\">policy fix can do it</span></p>");
        }

        WriteRelated(html, finding);
        html.Raw("</td></tr>\n");
    }

    private static void WriteExcerpt(HtmlOutput html, RedactedReport report, Location location)
    {
        if (Excerpt.Of(report, location) is not { } excerpt)
        {
            return;
        }

        var (from, to) = (excerpt.FlaggedFrom, excerpt.FlaggedTo);
        html.Raw("<pre><code>").Text(excerpt.Line[..from]).Raw("<mark>").Text(excerpt.Line[from..to]);
        html.Raw("</mark>").Text(excerpt.Line[to..]).Raw("</code></pre>");
    }

    private static void WriteRelated(HtmlOutput html, Finding finding)
    {
        if (finding.Related.IsEmpty)
        {
            return;
        }

        html.Raw("<ul class=\"related\">");
        foreach (var related in finding.Related)
        {
            html.Raw("<li><span class=\"place\">").Place(related.Location).Raw("</span> ");
            html.Text(related.Message).Raw("</li>");
        }

        html.Raw("</ul>");
    }
}
