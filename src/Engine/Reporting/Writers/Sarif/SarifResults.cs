using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Reporting.Writers.Sarif;

/// <summary>The findings as SARIF results.</summary>
internal sealed class SarifResults(RedactedReport report, SarifRules rules)
{
    public void Write(Utf8JsonWriter json, IEnumerable<JudgedFinding> findings)
    {
        json.WriteStartArray("results");
        foreach (var finding in findings)
        {
            Write(json, finding);
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, JudgedFinding judged)
    {
        var finding = judged.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        json.WriteNumber("ruleIndex", rules.IndexOf(finding.BaseRuleId));
        json.WriteString("level", Words.Of(judged.Severity));
        var remedy = finding.Remedy.Length > 0 ? " " + SarifText.Sentence(finding.Remedy) : "";
        SarifText.WriteMessage(json, "message", SarifText.Sentence(finding.Message) + remedy);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePhysicalLocation(json, finding.Location);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteRelated(json, finding);
        WriteFixes(json, finding);
        if (finding.Fingerprint.Length > 0)
        {
            json.WriteStartObject("partialFingerprints");
            json.WriteString("governanceFingerprint/v1", finding.Fingerprint);
            json.WriteEndObject();
        }

        WriteSuppressions(json, judged);
        if (report.Base is not null && judged.Disposition is Disposition.Open or Disposition.InBase)
        {
            json.WriteString("baselineState", judged.Disposition == Disposition.Open ? "new" : "unchanged");
        }

        json.WriteStartObject("properties");
        json.WriteString("path", finding.Location.Path);
        json.WriteString("mode", Words.Of(judged.Mode));
        json.WriteBoolean("blocks", judged.Blocks(report.FailOn));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WritePhysicalLocation(Utf8JsonWriter json, Location location)
    {
        json.WriteStartObject("physicalLocation");
        SarifText.WriteArtifactLocation(json, report, location);
        // What is meant as a whole, or is missing, has its beginning flagged: consumers want a region.
        WriteRegion(json, "region", location.Span ?? SourceSpan.FileStart);
        json.WriteEndObject();
    }

    private void WriteRelated(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Related.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("relatedLocations");
        for (var i = 0; i < finding.Related.Length; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            WritePhysicalLocation(json, finding.Related[i].Location);
            SarifText.WriteMessage(json, "message", finding.Related[i].Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // SARIF has words for replaced text only: a fix that also makes or moves files would be half a fix.
    private void WriteFixes(Utf8JsonWriter json, Finding finding)
    {
        var fixes = finding.Fixes.Where(static fix => fix.Edits.All(static edit => edit is ReplaceText)).ToList();
        if (fixes.Count == 0)
        {
            return;
        }

        json.WriteStartArray("fixes");
        foreach (var fix in fixes)
        {
            json.WriteStartObject();
            SarifText.WriteMessage(json, "description", fix.Title);
            json.WriteStartArray("artifactChanges");
            foreach (
                var file in fix.Edits.Cast<ReplaceText>().GroupBy(static edit => edit.Path, StringComparer.Ordinal)
            )
            {
                json.WriteStartObject();
                SarifText.WriteArtifactLocation(json, report, new Location(file.Key));
                json.WriteStartArray("replacements");
                foreach (var edit in file)
                {
                    json.WriteStartObject();
                    WriteRegion(json, "deletedRegion", edit.Span);
                    json.WriteStartObject("insertedContent");
                    json.WriteString("text", edit.NewText);
                    json.WriteEndObject();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Empty where nothing covers the finding: a run that knows of suppressions says so on every result (3.27.23).
    private static void WriteSuppressions(Utf8JsonWriter json, JudgedFinding judged)
    {
        json.WriteStartArray("suppressions");
        if (judged.Disposition is Disposition.Excepted or Disposition.Baselined)
        {
            var isComment =
                judged.Disposition == Disposition.Excepted
                && judged.DecidedBy is { } place
                && place.Path != PathClassifier.PolicyFileName;
            json.WriteStartObject();
            json.WriteString("kind", isComment ? "inSource" : "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", judged.Reason ?? "The baseline holds it.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, SourceSpan span)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", span.StartLine);
        json.WriteNumber("startColumn", span.StartColumn);
        json.WriteNumber("endLine", span.EndLine);
        json.WriteNumber("endColumn", span.EndColumn);
        json.WriteEndObject();
    }
}
