using System;
using System.Collections.Generic;
using Governance.Engine.Rules;

namespace Governance.Engine.Reporting.Writers;

/// <summary>A rule's page as help for people: without front matter, heading and examples.</summary>
/// <param name="Prose">The sections from "Why" on, in Markdown.</param>
/// <param name="FirstParagraph">The first paragraph on one line: why the rule is.</param>
internal sealed record RulePageText(string Prose, string FirstParagraph)
{
    private const string FrontMatterEnd = "\n---\n";
    private const string Examples = "\n## Reported";

    public static RulePageText Of(RuleDescriptor rule)
    {
        var page = RuleCatalog.Page(rule).Replace("\r\n", "\n", StringComparison.Ordinal);
        var start = page.IndexOf(FrontMatterEnd, StringComparison.Ordinal);
        var body = start < 0 ? page : page[(start + FrontMatterEnd.Length)..];
        var end = body.IndexOf(Examples, StringComparison.Ordinal);
        body = end < 0 ? body : body[..end];
        var heading = body.IndexOf("\n## ", StringComparison.Ordinal);
        var prose = (heading < 0 ? body : body[heading..]).Trim();
        return new RulePageText(prose, FirstParagraphOf(prose));
    }

    private static string FirstParagraphOf(string prose)
    {
        var lines = new List<string>();
        foreach (var line in prose.Split('\n'))
        {
            if (line.StartsWith('#') || line.Length == 0)
            {
                if (lines.Count > 0)
                {
                    break;
                }

                continue;
            }

            lines.Add(line);
        }

        return string.Join(' ', lines);
    }
}
