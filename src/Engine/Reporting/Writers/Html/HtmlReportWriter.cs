using System.IO;
using Governance.Engine.Repository;

namespace Governance.Engine.Reporting.Writers.Html;

/// <summary>
/// One page for people who were not at the terminal: self-contained, readable without script, light and dark, made
/// for print too. It loads nothing and may load nothing.
/// </summary>
public sealed class HtmlReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public void Write(RedactedReport report, TextWriter output)
    {
        var style = HtmlOutput.Resource("report.css");
        var script = HtmlOutput.Resource("report.js");
        var html = new HtmlOutput(output);
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ");
        html.Raw(HtmlOutput.Hash(style) + "; script-src " + HtmlOutput.Hash(script));
        html.Raw("; base-uri 'none'; form-action 'none'\">\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Raw(
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        );
        html.Raw("<title>").Text("Policy report: " + NameOf(report.Origin)).Raw("</title>\n");
        html.Raw("<style>" + style + "</style>\n</head>\n<body>\n");
        WriteHeader(html, report);
        html.Raw("<main>\n");
        HtmlOverview.Write(html, report);
        HtmlFindings.Write(html, report);
        HtmlSetAside.Write(html, report);
        HtmlRules.Write(html, report);
        html.Raw("</main>\n<footer>Written by policy ")
            .Text(report.ToolVersion)
            .Raw(". Secrets are masked.</footer>\n");
        html.Raw("<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private static void WriteHeader(HtmlOutput html, RedactedReport report)
    {
        var origin = report.Origin;
        var isGood = !report.Summary.Fails && report.Summary.Errors == 0;
        html.Raw("<header>\n<p class=\"kicker\">Policy report</p>\n<h1>").Text(NameOf(origin)).Raw("</h1>\n");
        html.Raw($"<p class=\"verdict {(isGood ? "good" : "bad")}\"><span aria-hidden=\"true\">");
        html.Raw(isGood ? "✓" : "✕").Raw("</span> ").Text(Words.Verdict(report)).Raw("</p>\n<dl class=\"origin\">\n");
        Term(html, "Remote", origin.RemoteUrl);
        Term(html, "Branch", origin.Branch);
        Term(html, "Commit", origin.Revision);
        Term(html, "Governed root", origin.PathInRepository);
        Term(html, "Kind", Words.Of(report.Kind));
        Term(html, "Ruleset", Words.Of(report.Ruleset));
        Term(html, "Fails at", report.FailOn == Findings.Severity.Off ? "nothing" : Words.Of(report.FailOn));
        Term(html, "Compared with", report.Base);
        html.Raw("</dl>\n</header>\n");
    }

    private static void Term(HtmlOutput html, string term, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            html.Raw("<div><dt>").Text(term).Raw("</dt><dd>").Text(value).Raw("</dd></div>\n");
        }
    }

    private static string NameOf(RepositoryOrigin origin)
    {
        var name = origin.Name ?? "repository";
        return origin.PathInRepository.Length == 0 ? name : name + "/" + origin.PathInRepository;
    }
}
