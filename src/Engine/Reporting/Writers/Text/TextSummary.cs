using System.IO;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Policy;

namespace Governance.Engine.Reporting.Writers.Text;

/// <summary>The end of the text report: counts, what was left out and why, and the verdict as the last line.</summary>
internal sealed class TextSummary(Paint paint)
{
    public void Write(RedactedReport report, TextWriter output)
    {
        var summary = report.Summary;
        output.Write(Words.Scope(report) + "; " + Words.Denominators(summary) + "\n");
        if (summary.Shown + summary.Observed > 0)
        {
            WriteTable(summary, output);
        }

        WriteExcepted(summary, output);
        if (summary.Baselined > 0)
        {
            output.Write($"baselined: {Words.Of(summary.Baselined)}\n");
        }

        if (report.Base is { } revision)
        {
            output.Write($"left out, in {VisibleText.Of(revision)} already: {Words.Of(summary.InBase)}\n");
        }

        WriteUnknown(report, output);
        if (summary.Shown + summary.Observed > 0)
        {
            output.Write(
                paint.Dim("'policy explain ID' says why and how to fix; 'policy fix' does what is mechanical\n")
            );
        }

        var verdict = Words.Verdict(report);
        var isGood = !summary.Fails && summary.Errors == 0;
        output.Write((isGood ? paint.Good(verdict) : paint.Bad(verdict)) + "\n");
    }

    private void WriteTable(ReportSummary summary, TextWriter output)
    {
        var head = string.Concat(ReportSummary.Modes.Select(static mode => Words.Of(mode).PadLeft(9)));
        output.Write(paint.Dim("  mode:   " + head) + "\n");
        foreach (var severity in ReportSummary.Severities)
        {
            output.Write("  " + paint.Severe(severity, Words.Of(severity).PadRight(8)));
            foreach (var mode in ReportSummary.Modes)
            {
                var cell = Words.Of(summary.Open(severity, mode)).PadLeft(9);
                output.Write(mode == Mode.Observe ? paint.Dim(cell) : cell);
            }

            output.Write('\n');
        }
    }

    private void WriteExcepted(ReportSummary summary, TextWriter output)
    {
        if (summary.Excepted == 0)
        {
            return;
        }

        output.Write($"excepted: {Words.Of(summary.Excepted)}\n");
        foreach (var use in summary.ExceptionsUsed)
        {
            var until = use.Declaration is { } declared ? ", until " + Words.Of(declared.Expires) : "";
            var place = use.DeclaredAt is { } location ? VisibleText.Of(Words.Place(location)) : "";
            output.Write($"  {Words.Of(use.Count), 5}  {VisibleText.Of(string.Join(", ", use.RuleIds))}  ");
            output.Write(VisibleText.Of(use.Reason) + paint.Dim($"  ({place}{until})") + "\n");
        }
    }

    private static void WriteUnknown(RedactedReport report, TextWriter output)
    {
        foreach (
            var (outcome, heading) in new[]
            {
                (Outcome.NotApplicable, "not applicable"),
                (Outcome.NotAvailable, "not available"),
                (Outcome.Error, "could not finish"),
            }
        )
        {
            var rules = report.Outcomes.Where(rule => rule.Outcome == outcome).ToList();
            if (rules.Count == 0)
            {
                continue;
            }

            output.Write($"{heading}: {Words.Of(rules.Count)}\n");
            foreach (var reason in rules.GroupBy(static rule => rule.Reason ?? ""))
            {
                var ids = string.Join(", ", reason.Select(static rule => VisibleText.Of(rule.RuleId)));
                output.Write($"  {VisibleText.Of(reason.Key)}: {ids}\n");
            }
        }
    }
}
