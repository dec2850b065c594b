using System.Text.Json;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Syntax;

namespace Governance.Engine.Reporting.Writers.Json;

/// <summary>The findings of the JSON report.</summary>
internal static class JsonFindings
{
    public static void Write(Utf8JsonWriter json, RedactedReport report)
    {
        json.WriteStartArray("findings");
        foreach (var judged in report.Findings)
        {
            var finding = judged.Finding;
            json.WriteStartObject();
            json.WriteString("rule", finding.RuleId);
            json.WriteString("area", Words.Area(finding.RuleId));
            json.WriteString("severity", Words.Of(judged.Severity));
            json.WriteString("mode", Words.Of(judged.Mode));
            json.WriteString("disposition", DispositionName(judged.Disposition));
            json.WriteBoolean("blocks", judged.Blocks(report.FailOn));
            json.WriteString("message", finding.Message);
            json.WriteString("remedy", finding.Remedy);
            WriteLocation(json, "location", finding.Location);
            WriteRelated(json, finding);
            WriteFixes(json, finding);
            json.WriteString("fingerprint", finding.Fingerprint);
            json.WriteString("reason", judged.Reason);
            WriteLocation(json, "decidedBy", judged.DecidedBy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteLocation(Utf8JsonWriter json, string name, Location? location)
    {
        if (location is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("path", location.Path);
        WriteSpan(json, location.Span);
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, SourceSpan? span)
    {
        if (span is not { } known)
        {
            json.WriteNull("span");
            return;
        }

        json.WriteStartObject("span");
        json.WriteNumber("startLine", known.StartLine);
        json.WriteNumber("startColumn", known.StartColumn);
        json.WriteNumber("endLine", known.EndLine);
        json.WriteNumber("endColumn", known.EndColumn);
        json.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("related");
        foreach (var related in finding.Related)
        {
            json.WriteStartObject();
            WriteLocation(json, "location", related.Location);
            json.WriteString("message", related.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFixes(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("fixes");
        foreach (var fix in finding.Fixes)
        {
            json.WriteStartObject();
            json.WriteString("title", fix.Title);
            json.WriteStartArray("edits");
            foreach (var edit in fix.Edits)
            {
                WriteEdit(json, edit);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEdit(Utf8JsonWriter json, FileEdit edit)
    {
        json.WriteStartObject();
        switch (edit)
        {
            case ReplaceText replace:
                json.WriteString("kind", "replaceText");
                json.WriteString("path", edit.Path);
                WriteSpan(json, replace.Span);
                json.WriteString("newText", replace.NewText);
                break;
            case CreateFile create:
                json.WriteString("kind", "createFile");
                json.WriteString("path", edit.Path);
                json.WriteString("content", create.Content);
                break;
            case MovePath move:
                json.WriteString("kind", "movePath");
                json.WriteString("path", edit.Path);
                json.WriteString("newPath", move.NewPath);
                break;
        }

        json.WriteEndObject();
    }

    private static string DispositionName(Disposition disposition) =>
        disposition switch
        {
            Disposition.Open => "open",
            Disposition.Excepted => "excepted",
            Disposition.Baselined => "baselined",
            _ => "inBase",
        };
}
