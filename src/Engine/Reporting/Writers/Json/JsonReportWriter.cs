using System.IO;
using System.Text.Json;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Rules;

namespace Governance.Engine.Reporting.Writers.Json;

/// <summary>For programs: everything a report has, in the shape that <c>schemas/report.schema.json</c> describes.</summary>
public sealed class JsonReportWriter : IReportWriter
{
    /// <summary>The version of the shape. It grows when a field is removed or changes its meaning, not when one is added.</summary>
    public const int FormatVersion = 1;

    /// <inheritdoc/>
    public void Write(RedactedReport report, TextWriter output) =>
        JsonText.Write(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("version", FormatVersion);
                json.WriteStartObject("tool");
                json.WriteString("name", "policy");
                json.WriteString("version", report.ToolVersion);
                json.WriteEndObject();
                WriteOrigin(json, report.Origin);
                json.WriteStartObject("policy");
                json.WriteString("kind", Words.Of(report.Kind));
                json.WriteNumber("ruleset", report.Ruleset);
                json.WriteString("failOn", report.FailOn == Findings.Severity.Off ? "none" : Words.Of(report.FailOn));
                json.WriteEndObject();
                json.WriteString("base", report.Base);
                WriteSummary(json, report);
                WriteRules(json, report);
                JsonFindings.Write(json, report);
                WriteExceptions(json, report);
                json.WriteEndObject();
            }
        );

    private static void WriteOrigin(Utf8JsonWriter json, RepositoryOrigin origin)
    {
        json.WriteStartObject("origin");
        json.WriteString("name", origin.Name);
        json.WriteString("remoteUrl", origin.RemoteUrl);
        json.WriteString("revision", origin.Revision);
        json.WriteString("branch", origin.Branch);
        json.WriteString("pathInRepository", origin.PathInRepository);
        json.WriteString(
            "forge",
            origin.Forge switch
            {
                Forge.GitHub => "github",
                Forge.AzureDevOps => "azure",
                _ => null,
            }
        );
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, RedactedReport report)
    {
        var summary = report.Summary;
        json.WriteStartObject("summary");
        json.WriteBoolean("fails", summary.Fails);
        json.WriteNumber("files", report.FileCount);
        json.WriteNumber("blocking", summary.Blocking);
        json.WriteNumber("shown", summary.Shown);
        json.WriteNumber("observed", summary.Observed);
        json.WriteNumber("wouldBlock", summary.WouldBlock);
        json.WriteNumber("excepted", summary.Excepted);
        json.WriteNumber("baselined", summary.Baselined);
        json.WriteNumber("inBase", summary.InBase);
        json.WriteStartObject("open");
        foreach (var severity in ReportSummary.Severities)
        {
            json.WriteStartObject(Words.Of(severity));
            foreach (var mode in ReportSummary.Modes)
            {
                json.WriteNumber(Words.Of(mode), summary.Open(severity, mode));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("rules");
        json.WriteNumber("on", summary.Rules);
        json.WriteNumber("judged", summary.Judged);
        json.WriteNumber("passed", summary.Passed);
        json.WriteNumber("failed", summary.Failed);
        json.WriteNumber("notApplicable", summary.NotApplicable);
        json.WriteNumber("notAvailable", summary.NotAvailable);
        json.WriteNumber("errors", summary.Errors);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json, RedactedReport report)
    {
        json.WriteStartArray("rules");
        foreach (var outcome in report.Outcomes)
        {
            var rule = RuleCatalog.Find(outcome.RuleId);
            json.WriteStartObject();
            json.WriteString("id", outcome.RuleId);
            json.WriteString("name", rule?.Name);
            json.WriteString("title", rule?.Title);
            json.WriteString("area", rule?.Area);
            json.WriteString("statement", rule?.Statement);
            json.WriteString("outcome", OutcomeName(outcome.Outcome));
            json.WriteString("reason", outcome.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExceptions(Utf8JsonWriter json, RedactedReport report)
    {
        json.WriteStartArray("exceptionsUsed");
        foreach (var use in report.Summary.ExceptionsUsed)
        {
            json.WriteStartObject();
            json.WriteString("reason", use.Reason);
            json.WriteNumber("count", use.Count);
            json.WriteStartArray("rules");
            foreach (var id in use.RuleIds)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
            JsonFindings.WriteLocation(json, "declaredAt", use.DeclaredAt);
            json.WriteString("approver", use.Declaration?.Approver);
            json.WriteString("ticket", use.Declaration?.Ticket);
            json.WriteString("expires", use.Declaration is { } declared ? Words.Of(declared.Expires) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string OutcomeName(Outcome outcome) =>
        outcome switch
        {
            Outcome.Pass => "pass",
            Outcome.Fail => "fail",
            Outcome.NotApplicable => "notApplicable",
            Outcome.NotAvailable => "notAvailable",
            _ => "error",
        };
}
