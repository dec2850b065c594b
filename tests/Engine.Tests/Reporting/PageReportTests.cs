using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Reporting.Writers.Markdown;

namespace Governance.Engine.Tests.Reporting;

public class PageReportTests
{
    [Fact]
    public void Markdown_keeps_to_its_length_and_counts_what_it_leaves_out()
    {
        var findings = Enumerable
            .Range(0, 3_000)
            .Select(i =>
                SampleReport.Judged("GOV0001", "データ | finding " + i, "do", SampleReport.At("f" + i, 1, 1, 2))
            )
            .ToList();
        var markdown = SampleReport.Write("markdown", SampleReport.Of(findings));

        Assert.InRange(
            Encoding.UTF8.GetByteCount(markdown),
            MarkdownReportWriter.MostBytes - 1_000,
            MarkdownReportWriter.MostBytes
        );
        var rows = Regex.Count(markdown, @"^\| error \| GOV0001 ", RegexOptions.Multiline);
        var leftOut = int.Parse(Regex.Match(markdown, "and ([0-9]+) more findings").Groups[1].Value);
        Assert.Equal(3_000, rows + leftOut);
    }

    [Fact]
    public void Markdown_names_the_first_places_of_a_group()
    {
        var judged = SampleReport.Judged("GOV0105", "5 lie outside", "Move them", new Location("x"));
        var related = Enumerable
            .Range(1, 5)
            .Select(static i => new RelatedLocation(new Location($"x/{i}.ipynb"), "A misplaced one"));
        var report = SampleReport.Of(judged with { Finding = judged.Finding with { Related = [.. related] } });

        Assert.Contains(
            "| 5 lie outside<br>`x/1.ipynb`, `x/2.ipynb`, `x/3.ipynb` and 2 more<br>→ Move them |",
            SampleReport.Write("markdown", report)
        );
    }

    [Fact]
    public void Markdown_that_is_too_long_keeps_what_blocks()
    {
        var notes = Enumerable
            .Range(0, 2_000)
            .Select(i =>
                SampleReport.Judged("GOV0001", "note", "do", SampleReport.At("a" + i, 1, 1, 2)) with
                {
                    Mode = Mode.Warn,
                }
            );
        var blocking = SampleReport.Judged("GOV0001", "the one that blocks", "do", SampleReport.At("z", 1, 1, 2));

        Assert.Contains("the one that blocks", SampleReport.Write("markdown", SampleReport.Of([.. notes, blocking])));
    }

    [Fact]
    public void Markdown_keeps_to_its_length_whatever_is_set_aside()
    {
        var excepted = Enumerable
            .Range(0, 500)
            .Select(i =>
                SampleReport.Judged("GOV0001", "m", "r", SampleReport.At("f" + i, 1, 1, 2)) with
                {
                    Disposition = Disposition.Excepted,
                    Reason = new string('r', 5_000) + i,
                }
            );
        var markdown = SampleReport.Write("markdown", SampleReport.Of(excepted));

        Assert.InRange(Encoding.UTF8.GetByteCount(markdown), 1, MarkdownReportWriter.MostBytes);
        Assert.Matches("and [0-9]+ more exceptions that did not fit", markdown);
    }

    [Fact]
    public void Html_allows_its_own_style_and_script_by_their_hashes_and_nothing_else()
    {
        var html = SampleReport.Write("html", SampleReport.Everything);
        var policy = Regex.Match(html, "Content-Security-Policy\" content=\"([^\"]+)\"").Groups[1].Value;

        Assert.StartsWith("default-src 'none'; ", policy);
        foreach (var element in new[] { "style", "script" })
        {
            var inline = Regex.Match(html, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
            Assert.NotEmpty(inline);
            Assert.Contains(
                $"{element}-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline)))}'",
                policy
            );
        }

        Assert.DoesNotMatch("(src|href)=\"(?!#)", html);
        Assert.DoesNotContain("url(", html);
        Assert.DoesNotContain("@import", html);
    }

    [Fact]
    public void Html_shows_the_denominators_and_why_findings_were_set_aside()
    {
        var html = SampleReport.Write("html", SampleReport.Everything);

        Assert.Contains("8 of 10 rules judged", html);
        Assert.Contains("generated test data", html);
        Assert.Contains("2027-01-31", html);
        Assert.Contains("Required reviewers live on the server", html);
        Assert.Contains("<mark>&quot;cells&quot;: 5</mark>", html);
    }

    [Fact]
    public void Html_closes_what_it_opens()
    {
        var html = SampleReport.Write("html", SampleReport.Everything);
        foreach (
            var element in new[]
            {
                "section",
                "table",
                "thead",
                "tbody",
                "tr",
                "td",
                "th",
                "div",
                "ul",
                "li",
                "p",
                "details",
                "pre",
                "span",
                "main",
            }
        )
        {
            Assert.Equal(Regex.Count(html, $"<{element}[ >]"), Regex.Count(html, $"</{element}>"));
        }
    }
}
