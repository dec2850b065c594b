using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Governance.Engine.Reporting.Writers.Ci;
using Governance.Engine.Reporting.Writers.Html;
using Governance.Engine.Reporting.Writers.Json;
using Governance.Engine.Reporting.Writers.JUnit;
using Governance.Engine.Reporting.Writers.Markdown;
using Governance.Engine.Reporting.Writers.Sarif;
using Governance.Engine.Reporting.Writers.Text;

namespace Governance.Engine.Reporting.Writers;

/// <summary>All formats a report can be written in.</summary>
public static class ReportFormats
{
    /// <summary>Every format, in the order worth reading; the first is the default.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        new("text", "for people at a terminal", static colour => new TextReportWriter(colour)),
        new("json", "for programs: everything, in a versioned shape", static _ => new JsonReportWriter()),
        new("sarif", "SARIF 2.1.0, for code scanning and viewers", static _ => new SarifReportWriter()),
        new("github", "workflow commands that annotate in GitHub Actions", static _ => new GitHubReportWriter()),
        new("azure", "logging commands that annotate in Azure Pipelines", static _ => new AzureReportWriter()),
        new("junit", "JUnit XML, for test reports of CI systems", static _ => new JUnitReportWriter()),
        new("markdown", "for comments and job summaries, of bounded length", static _ => new MarkdownReportWriter()),
        new("html", "one self-contained page to hand around", static _ => new HtmlReportWriter()),
    ];

    /// <summary>The format of this name, or null.</summary>
    public static ReportFormat? Find(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.Ordinal));
}

/// <summary>A format a report can be written in.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Description">What it is for: half a sentence.</param>
/// <param name="CreateWriter">Makes a writer; the argument says whether it may colour, which only text does.</param>
public sealed record ReportFormat(string Name, string Description, Func<bool, IReportWriter> CreateWriter)
{
    /// <summary>Masks the report and writes it.</summary>
    public void Write(CheckReport report, TextWriter output, bool colour = false) =>
        CreateWriter(colour).Write(RedactedReport.From(report), output);
}
