using System;
using System.IO;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;

namespace Governance.Engine.Reporting.Writers.Ci;

/// <summary>
/// Logging commands of Azure Pipelines
/// (https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands). It knows errors and warnings only:
/// notes are plain lines. Observed findings are left out.
/// </summary>
public sealed class AzureReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public void Write(RedactedReport report, TextWriter output)
    {
        foreach (var judged in report.Findings.Where(static finding => finding.IsShown))
        {
            var finding = judged.Finding;
            var message = finding.Remedy.Length > 0 ? finding.Message + ". " + finding.Remedy : finding.Message;
            if (judged.Severity == Severity.Note)
            {
                var place = Words.Place(finding.Location);
                output.Write(VisibleText.Of($"note {finding.RuleId} {place}: {message}") + "\n");
                continue;
            }

            // What does not fail is no error to the reader either.
            var type = judged is { Severity: Severity.Error, Mode: Mode.Block } ? "error" : "warning";
            output.Write("##vso[task.logissue type=" + type + ";");
            if (finding.Location.Path != Location.Root)
            {
                output.Write("sourcepath=" + Property(report.PathInRepository(finding.Location)) + ";");
            }

            if (finding.Location.Span is { } span)
            {
                output.Write("linenumber=" + Words.Of(span.StartLine) + ";");
                output.Write("columnnumber=" + Words.Of(span.StartColumn) + ";");
            }

            output.Write("code=" + Property(finding.RuleId) + ";]" + Data(VisibleText.Of(message)) + "\n");
        }

        output.Write(Words.Verdict(report) + "\n");
    }

    private static string Property(string text) =>
        Data(VisibleText.Of(text))
            .Replace(";", "%3B", StringComparison.Ordinal)
            .Replace("]", "%5D", StringComparison.Ordinal);

    private static string Data(string text) =>
        text.Replace("%", "%AZP25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
}
