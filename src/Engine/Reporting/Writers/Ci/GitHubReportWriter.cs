using System;
using System.IO;
using System.Linq;
using System.Text;
using Governance.Engine.Findings;
using Governance.Engine.Policy;

namespace Governance.Engine.Reporting.Writers.Ci;

/// <summary>
/// Workflow commands of GitHub Actions, which annotate the changed files
/// (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). Observed findings are left out.
/// </summary>
public sealed class GitHubReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public void Write(RedactedReport report, TextWriter output)
    {
        foreach (var judged in report.Findings.Where(static finding => finding.IsShown))
        {
            var finding = judged.Finding;
            var name = Rules.RuleCatalog.Find(finding.RuleId)?.Name;
            var properties = new StringBuilder();
            if (finding.Location.Path != Location.Root)
            {
                Append(properties, "file", VisibleText.Of(report.PathInRepository(finding.Location)));
            }

            if (finding.Location.Span is { } span)
            {
                Append(properties, "line", Words.Of(span.StartLine));
                Append(properties, "endLine", Words.Of(span.EndLine));
                // Columns are taken only where both are on one line.
                if (span.StartLine == span.EndLine)
                {
                    Append(properties, "col", Words.Of(span.StartColumn));
                    Append(properties, "endColumn", Words.Of(span.EndColumn));
                }
            }

            Append(properties, "title", VisibleText.Of(name is null ? finding.RuleId : finding.RuleId + " " + name));
            var remedy = finding.Remedy.Length > 0 ? "\n" + VisibleText.Of(finding.Remedy) : "";
            var message = VisibleText.Of(finding.Message) + remedy;
            output.Write("::" + Command(judged) + " " + properties + "::" + Data(message) + "\n");
        }

        output.Write(Words.Verdict(report) + "\n");
    }

    // What does not fail is no error to the reader either.
    private static string Command(JudgedFinding judged) =>
        judged switch
        {
            { Severity: Severity.Error, Mode: Mode.Block } => "error",
            { Severity: Severity.Error or Severity.Warning } => "warning",
            _ => "notice",
        };

    private static void Append(StringBuilder properties, string name, string value)
    {
        properties.Append(properties.Length == 0 ? "" : ",").Append(name).Append('=');
        properties.Append(
            Data(value).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)
        );
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
}
