using System;
using System.Globalization;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;

namespace Governance.Engine.Reporting.Writers.Html;

/// <summary>The numbers at the top: what counts, what was set aside, and out of how many.</summary>
internal static class HtmlOverview
{
    public static void Write(HtmlOutput html, RedactedReport report)
    {
        var summary = report.Summary;
        html.Raw("<section aria-labelledby=\"overview\">\n<h2 id=\"overview\">Overview</h2>\n<ul class=\"tiles\">\n");
        Tile(html, "blocking", summary.Blocking, "blocking");
        Tile(html, "shown", summary.Shown - summary.Blocking, "shown, not blocking");
        Tile(html, "observed", summary.WouldBlock, "would block (observe)");
        Tile(html, "aside", summary.Excepted, "excepted");
        Tile(html, "aside", summary.Baselined, "in the baseline");
        if (report.Base is not null)
        {
            Tile(html, "aside", summary.InBase, "in the base already");
        }

        html.Raw("</ul>\n<div class=\"columns\">\n<div>\n<h3>Rules</h3>\n");
        WriteBar(html, summary);
        html.Raw("<p>").Text(Words.Denominators(summary)).Raw(". ");
        html.Text(Words.Count(report.FileCount, "file") + " looked at.")
            .Raw("</p>\n</div>\n<div>\n<h3>Open findings by severity and mode</h3>\n");
        WriteModes(html, summary);
        html.Raw("</div>\n</div>\n");
        WriteAreas(html, report);
        html.Raw("</section>\n");
    }

    private static void Tile(HtmlOutput html, string kind, int count, string label) =>
        html.Raw($"<li class=\"tile {kind}{(count == 0 ? " zero" : "")}\"><strong>")
            .Number(count)
            .Raw("</strong> <span>")
            .Text(label)
            .Raw("</span></li>\n");

    // Widths are attributes of SVG: the content security policy allows no style attributes.
    private static void WriteBar(HtmlOutput html, ReportSummary summary)
    {
        var parts = new (string Kind, string Label, int Count)[]
        {
            ("passed", "passed", summary.Passed),
            ("failed", "failed", summary.Failed),
            ("unfinished", "could not finish", summary.Errors),
            ("unavailable", "not available", summary.NotAvailable),
            ("inapplicable", "not applicable", summary.NotApplicable),
        };
        var total = Math.Max(1, summary.Rules);
        html.Raw("<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
        html.Text(Words.Denominators(summary)).Raw("\">");
        var offset = 0.0;
        foreach (var (kind, _, count) in parts)
        {
            var width = 100.0 * count / total;
            html.Raw(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<rect class=\"{kind}\" x=\"{offset:0.###}\" y=\"0\" width=\"{width:0.###}\" height=\"4\"/>"
                )
            );
            offset += width;
        }

        html.Raw("</svg>\n<ul class=\"legend\">");
        foreach (var (kind, label, count) in parts)
        {
            html.Raw($"<li><i class=\"{kind}\" aria-hidden=\"true\"></i>")
                .Number(count)
                .Raw(" ")
                .Text(label)
                .Raw("</li>");
        }

        html.Raw("</ul>\n");
    }

    private static void WriteModes(HtmlOutput html, ReportSummary summary)
    {
        html.Raw(
            "<table class=\"counts\"><caption class=\"quiet\">Open findings by severity and mode</caption>\n<thead><tr><th scope=\"col\">Mode:</th>"
        );
        foreach (var mode in ReportSummary.Modes)
        {
            html.Raw("<th scope=\"col\">").Text(Words.Of(mode)).Raw("</th>");
        }

        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (var severity in ReportSummary.Severities)
        {
            html.Raw("<tr><th scope=\"row\">").Raw(Badge(severity)).Raw("</th>");
            foreach (var mode in ReportSummary.Modes)
            {
                html.Raw("<td>").Number(summary.Open(severity, mode)).Raw("</td>");
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</tbody></table>\n");
    }

    private static void WriteAreas(HtmlOutput html, RedactedReport report)
    {
        var findings = report.Findings.ToLookup(static finding => Words.Area(finding.Finding.RuleId));
        var rules = report.Outcomes.ToLookup(static rule => Words.Area(rule.RuleId));
        var areas = findings.Select(static area => area.Key).Concat(rules.Select(static area => area.Key));
        html.Raw("<h3>Areas</h3>\n");
        html.TableHead(
            "areas",
            "Rules and findings by area",
            "Area",
            "#Rules on",
            "#Passed",
            "#Failed",
            "#Not applicable",
            "#Not available",
            "#Blocking",
            "#Shown, not blocking",
            "#Observed",
            "#Set aside"
        );
        foreach (var area in areas.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            html.Raw("<tr><th scope=\"row\">").Text(area).Raw("</th>");
            var blocking = findings[area].Count(finding => finding.Blocks(report.FailOn));
            var shown = findings[area].Count(static finding => finding.IsShown);
            var observed = findings[area].Count(static finding => finding.IsObserved);
            int[] cells =
            [
                rules[area].Count(),
                CountOf(Outcome.Pass),
                CountOf(Outcome.Fail),
                CountOf(Outcome.NotApplicable),
                CountOf(Outcome.NotAvailable),
                blocking,
                shown - blocking,
                observed,
                findings[area].Count() - shown - observed,
            ];
            foreach (var cell in cells)
            {
                html.Raw(cell == 0 ? "<td class=\"number zero\">" : "<td class=\"number\">").Number(cell).Raw("</td>");
            }

            html.Raw("</tr>\n");

            int CountOf(Outcome outcome) => rules[area].Count(rule => rule.Outcome == outcome);
        }

        html.TableEnd();
    }

    /// <summary>A severity with a sign of its own, so that colour is not needed to tell it.</summary>
    public static string Badge(Severity severity)
    {
        var sign = severity switch
        {
            Severity.Error => "✕",
            Severity.Warning => "▲",
            _ => "●",
        };
        var word = Words.Of(severity);
        return $"<span class=\"badge {word}\"><span aria-hidden=\"true\">{sign}</span> {word}</span>";
    }
}
