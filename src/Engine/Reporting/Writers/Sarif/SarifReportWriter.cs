using System.IO;
using System.Linq;
using System.Text.Json;
using Governance.Engine.Analysis;
using Governance.Engine.Policy;
using Governance.Engine.Reporting.Writers.Json;

namespace Governance.Engine.Reporting.Writers.Sarif;

/// <summary>
/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), for code scanning and viewers: one run.
/// Findings in mode observe are counted in the run's properties and no results, because whoever reads the file would
/// show or comment them.
/// </summary>
public sealed class SarifReportWriter : IReportWriter
{
    // The guidance the rules enforce; each rule brings its own page as help.
    private const string Guidance =
        "https://learn.microsoft.com/azure/cloud-adoption-framework/scenarios/cloud-scale-analytics/best-practices/data-science-best-practices";

    /// <inheritdoc/>
    public void Write(RedactedReport report, TextWriter output)
    {
        var results = report.Findings.Where(static finding => finding.Mode >= Mode.Warn).ToList();
        var rules = new SarifRules(
            report
                .Outcomes.Select(static outcome => outcome.RuleId)
                .Concat(results.Select(static result => result.Finding.BaseRuleId))
        );
        JsonText.Write(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
                json.WriteString("version", "2.1.0");
                json.WriteStartArray("runs");
                json.WriteStartObject();
                WriteTool(json, report, rules);
                WriteInvocation(json, report, rules);
                WriteOrigin(json, report);
                new SarifResults(report, rules).Write(json, results);
                json.WriteString("columnKind", "utf16CodeUnits");
                WriteProperties(json, report);
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private static void WriteTool(Utf8JsonWriter json, RedactedReport report, SarifRules rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "policy");
        json.WriteString("fullName", "policy " + report.ToolVersion);
        json.WriteString("semanticVersion", report.ToolVersion);
        json.WriteString("informationUri", Guidance);
        rules.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, RedactedReport report, SarifRules rules)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Summary.Errors == 0);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var rule in report.Outcomes)
        {
            if (rule.Outcome is not (Outcome.Error or Outcome.NotAvailable))
            {
                continue;
            }

            var isError = rule.Outcome == Outcome.Error;
            var what = isError ? "could not finish" : "is not available";
            json.WriteStartObject();
            json.WriteString("level", isError ? "error" : "note");
            SarifText.WriteMessage(json, "message", $"'{rule.RuleId}' {what}: {rule.Reason ?? "no reason is known"}");
            json.WriteStartObject("associatedRule");
            json.WriteString("id", rule.RuleId);
            json.WriteNumber("index", rules.IndexOf(rule.RuleId));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteOrigin(Utf8JsonWriter json, RedactedReport report)
    {
        var origin = report.Origin;
        if (SarifText.RepositoryUri(origin.RemoteUrl) is { } uri)
        {
            json.WriteStartArray("versionControlProvenance");
            json.WriteStartObject();
            json.WriteString("repositoryUri", uri);
            WriteUnlessNull(json, "revisionId", origin.Revision);
            WriteUnlessNull(json, "branch", origin.Branch);
            json.WriteStartObject("mappedTo");
            json.WriteString("uriBaseId", SarifText.UriBaseId);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifText.UriBaseId);
        SarifText.WriteMessage(json, "description", "The top of the repository");
        json.WriteEndObject();
        json.WriteEndObject();

        // Two governed roots of one repository are two analyses, and neither replaces the other's results.
        var root = origin.PathInRepository;
        json.WriteStartObject("automationDetails");
        json.WriteString("id", root.Length == 0 ? "policy/" : "policy/" + root + "/");
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, RedactedReport report)
    {
        var summary = report.Summary;
        json.WriteStartObject("properties");
        foreach (
            var (name, count) in new (string, int)[]
            {
                ("files", report.FileCount),
                ("blocking", summary.Blocking),
                ("observed", summary.Observed),
                ("wouldBlock", summary.WouldBlock),
                ("excepted", summary.Excepted),
                ("baselined", summary.Baselined),
                ("inBase", summary.InBase),
                ("rulesOn", summary.Rules),
                ("rulesPassed", summary.Passed),
                ("rulesFailed", summary.Failed),
                ("rulesNotApplicable", summary.NotApplicable),
                ("rulesNotAvailable", summary.NotAvailable),
            }
        )
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
    }

    private static void WriteUnlessNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
