using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;

namespace Governance.Engine.Reporting.Writers.Text;

/// <summary>For people at a terminal: findings by file with the flagged line, then the counts.</summary>
/// <param name="colour">Whether to colour by escape sequences.</param>
public sealed class TextReportWriter(bool colour) : IReportWriter
{
    private const string Indent = "  ";
    private const int MostRelated = 5;
    private readonly Paint _paint = new(colour);

    /// <inheritdoc/>
    public void Write(RedactedReport report, TextWriter output)
    {
        var listed = report.Findings.Where(static finding => finding.IsShown || finding.IsObserved).ToList();
        var showModes = listed.Exists(static finding => finding.Mode != Mode.Block);
        var files = listed.GroupBy(static finding => finding.Finding.Location.Path);
        // Where the policy is wrong, all that follows may be judged by something else than was meant.
        foreach (var file in files.OrderByDescending(static file => file.Any(IsAboutPolicy)))
        {
            WriteFile(report, file.Key, file.ToList(), showModes, output);
        }

        new TextSummary(_paint).Write(report, output);
    }

    private void WriteFile(
        RedactedReport report,
        string path,
        List<JudgedFinding> findings,
        bool showModes,
        TextWriter output
    )
    {
        output.Write(_paint.Bold(VisibleText.Of(Words.Place(new Location(path)))) + "\n");
        var places = findings.ConvertAll(static finding => Place(finding.Finding.Location));
        var placeWidth = places.Max(static place => place.Length);
        var ruleWidth = findings.Max(static finding => finding.Finding.RuleId.Length);
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < findings.Count; i++)
        {
            var judged = findings[i];
            var finding = judged.Finding;
            var severity = Words.Of(judged.Severity).PadRight(7);
            var mode = showModes ? Words.Of(judged.Mode).PadRight(7) + "  " : "";
            var rule = VisibleText.Of(finding.RuleId).PadRight(ruleWidth);
            var message = VisibleText.Of(finding.Message);
            output.Write(Indent + (placeWidth == 0 ? "" : places[i].PadLeft(placeWidth) + "  "));
            output.Write(
                judged.IsObserved
                    ? _paint.Dim(severity + "  " + mode + rule + "  " + message)
                    : _paint.Severe(judged.Severity, severity) + "  " + _paint.Dim(mode) + rule + "  " + message
            );
            output.Write('\n');
            var margin = Indent + new string(' ', placeWidth + 2);
            WriteExcerpt(report, judged, margin, output);
            WriteRelated(finding, margin, output);
            if (finding.Remedy.Length > 0 && told.Add(finding.RuleId + "\0" + finding.Remedy))
            {
                var mechanical = finding.Fixes.IsEmpty ? "" : _paint.Dim("  (policy fix can do it)");
                output.Write(margin + _paint.Dim("fix: ") + VisibleText.Of(finding.Remedy) + mechanical + "\n");
            }
        }

        output.Write('\n');
    }

    private void WriteExcerpt(RedactedReport report, JudgedFinding judged, string margin, TextWriter output)
    {
        if (Excerpt.Of(report, judged.Finding.Location) is not { } excerpt)
        {
            return;
        }

        var carets = excerpt.Carets;
        carets = judged.IsObserved ? _paint.Dim(carets) : _paint.Severe(judged.Severity, carets);
        output.Write(margin + _paint.Dim("| ") + excerpt.Line + "\n");
        output.Write(margin + _paint.Dim("| ") + carets + "\n");
    }

    private void WriteRelated(Finding finding, string margin, TextWriter output)
    {
        var last = "";
        foreach (var related in finding.Related.Take(MostRelated))
        {
            var place = VisibleText.Of(Words.Place(related.Location));
            var message = related.Message == last ? "" : "  " + VisibleText.Of(related.Message);
            output.Write(margin + _paint.Dim("see: ") + place + message + "\n");
            last = related.Message;
        }

        if (finding.Related.Length > MostRelated)
        {
            var rest = Words.Count(finding.Related.Length - MostRelated, "more place");
            output.Write(margin + _paint.Dim("see: and " + rest) + "\n");
        }
    }

    private static string Place(Location location) =>
        location.Span is { } span ? Words.Of(span.StartLine) + ":" + Words.Of(span.StartColumn) : "";

    private static bool IsAboutPolicy(JudgedFinding judged) => judged.Finding.RuleId == PolicyProblem.RuleId;
}
