using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using Governance.Engine.Analysis;
using Governance.Engine.Policy;
using Governance.Engine.Rules;

namespace Governance.Engine.Reporting.Writers.JUnit;

/// <summary>
/// JUnit XML as Jenkins, Azure Pipelines and GitLab read it: a suite for each area, a case for each rule. A case fails
/// where a finding of its rule blocks; findings that do not block stand in the case's output.
/// </summary>
public sealed class JUnitReportWriter : IReportWriter
{
    private static XmlWriterSettings Settings =>
        new()
        {
            Indent = true,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            OmitXmlDeclaration = true,
        };

    /// <inheritdoc/>
    public void Write(RedactedReport report, TextWriter output)
    {
        var cases = Cases(report);
        // A text writer does not know the encoding of the file it ends in; hosts write UTF-8.
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "policy");
            WriteCounts(xml, cases);
            foreach (var area in cases.GroupBy(static rule => rule.Area).OrderBy(a => a.Key, StringComparer.Ordinal))
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", Clean("policy." + area.Key));
                WriteCounts(xml, [.. area]);
                foreach (var rule in area)
                {
                    WriteCase(xml, report, rule);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static List<Case> Cases(RedactedReport report)
    {
        var findings = report.Findings.ToLookup(static finding => finding.Finding.BaseRuleId, StringComparer.Ordinal);
        var outcomes = report
            .Outcomes.GroupBy(static rule => rule.RuleId, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        return outcomes
            .Keys.Concat(findings.Select(static group => group.Key))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(id => new Case(
                id,
                Words.Area(id),
                outcomes.GetValueOrDefault(id),
                [.. findings[id].Where(finding => finding.Blocks(report.FailOn))],
                [.. findings[id].Where(finding => !finding.Blocks(report.FailOn))]
            ))
            .ToList();
    }

    private static void WriteCounts(XmlWriter xml, List<Case> cases)
    {
        xml.WriteAttributeString("tests", Words.Of(cases.Count));
        xml.WriteAttributeString("failures", Words.Of(cases.Count(static rule => rule.Fails)));
        xml.WriteAttributeString("errors", Words.Of(cases.Count(static rule => rule.IsError)));
        xml.WriteAttributeString("skipped", Words.Of(cases.Count(static rule => rule.IsSkipped)));
        xml.WriteAttributeString("time", "0");
    }

    private static void WriteCase(XmlWriter xml, RedactedReport report, Case rule)
    {
        var name = RuleCatalog.Find(rule.Id)?.Name;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(name is null ? rule.Id : rule.Id + " " + name));
        xml.WriteAttributeString("classname", Clean("policy." + rule.Area));
        if (rule.Blocking.Concat(rule.Others).FirstOrDefault() is { } first)
        {
            var path = report.PathInRepository(first.Finding.Location);
            xml.WriteAttributeString("file", path.Length == 0 ? "." : Clean(path));
            xml.WriteAttributeString("line", Words.Of(first.Finding.Location.Span?.StartLine ?? 1));
        }

        xml.WriteAttributeString("time", "0");
        var reason = Clean(rule.Outcome?.Reason ?? "");
        if (rule.IsError)
        {
            xml.WriteStartElement("error");
            xml.WriteAttributeString("message", reason);
            xml.WriteAttributeString("type", "internal-error");
            xml.WriteString(Lines(rule.Blocking));
            xml.WriteEndElement();
        }
        else if (rule.Fails)
        {
            xml.WriteStartElement("failure");
            var more = rule.Blocking.Count > 1 ? $" (and {Words.Of(rule.Blocking.Count - 1)} more)" : "";
            xml.WriteAttributeString("message", Clean(rule.Blocking[0].Finding.Message + more));
            xml.WriteAttributeString("type", Words.Of(rule.Blocking[0].Severity));
            xml.WriteString(Lines(rule.Blocking));
            xml.WriteEndElement();
        }
        else if (rule.IsSkipped)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", reason);
            xml.WriteEndElement();
        }

        if (rule.Others.Count > 0)
        {
            xml.WriteElementString("system-out", Lines(rule.Others));
        }

        xml.WriteEndElement();
    }

    private static string Lines(IReadOnlyList<JudgedFinding> findings) =>
        Clean(string.Concat(findings.Select(static judged => Line(judged) + "\n")));

    private static string Line(JudgedFinding judged)
    {
        var finding = judged.Finding;
        var state = judged switch
        {
            { Disposition: Disposition.Excepted } => $"excepted ({judged.Reason})",
            { Disposition: Disposition.Baselined } => "baselined",
            { Disposition: Disposition.InBase } => "in the base already",
            _ => Words.Of(judged.Mode),
        };
        var head = $"{Words.Place(finding.Location)}: {Words.Of(judged.Severity)} {finding.RuleId} [{state}]: ";
        return head + finding.Message + ". " + finding.Remedy;
    }

    // XML 1.0 has no way to write most control characters, not even escaped.
    private static string Clean(string text)
    {
        if (text.All(static character => XmlConvert.IsXmlChar(character)))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                clean.Append(text, i++, 2);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    private sealed record Case(
        string Id,
        string Area,
        RuleOutcome? Outcome,
        IReadOnlyList<JudgedFinding> Blocking,
        IReadOnlyList<JudgedFinding> Others
    )
    {
        public bool IsError => Outcome is { Outcome: Analysis.Outcome.Error };

        public bool Fails => !IsError && Blocking.Count > 0;

        public bool IsSkipped =>
            !Fails && Outcome is { Outcome: Analysis.Outcome.NotApplicable or Analysis.Outcome.NotAvailable };
    }
}
