using System;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Reporting;
using Governance.Engine.Reporting.Writers;
using Governance.Engine.Syntax;
using Markdig;

namespace Governance.Engine.Tests.Reporting;

/// <summary>Whatever a checked repository holds, it stays text in every format.</summary>
public class HostileTextTests
{
    public static readonly string[] Texts =
    [
        "\u001b[31mred\u001b[0m \u0007 \u009b31m",
        "a\nb\r\nc\u2028d\u0085e",
        "\u202Eevil\u2066\uFEFF",
        "##vso[task.setvariable variable=x]y ##[error]z",
        "::error::forged",
        "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;\"'",
        "| a | `b` ``c`` **d** _e_ [f](javascript:g) ![h](http://i) @octocat #12 https://j www.k.org \\",
        "\ud800 lone \udc00 \u0000 \ufffe \u000b",
        "%25 %0A %AZP25 ; ] , : = ]]> --> {0} [x](1)",
        "データ 👩‍🔬 é",
        new string('`', 30),
        "",
        " ",
    ];

    public static TheoryData<string> Formats => [.. ReportFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_takes_it_and_writes_the_same_bytes_each_time(string format)
    {
        var written = SampleReport.Write(format, Report);

        Assert.Equal(written, SampleReport.Write(format, Report));
        Assert.DoesNotContain('\r', written);
        Assert.EndsWith("\n", written);
        Assert.DoesNotContain('\u001b', written);
        Assert.DoesNotContain('\0', written);
        Assert.Equal(written, ShownText.WellFormed(written));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("github")]
    [InlineData("azure")]
    public void No_line_of_a_log_gives_an_order_that_is_not_ours(string format)
    {
        foreach (var line in SampleReport.Write(format, Report).Split('\n'))
        {
            var isGitHub = line.TrimStart().StartsWith("::", StringComparison.Ordinal);
            var azure = line.IndexOf("##vso[", StringComparison.OrdinalIgnoreCase);
            Assert.True(!isGitHub || (format == "github" && Is(line, "::error ", "::warning ", "::notice ")), line);
            Assert.True(azure < 0 || (format == "azure" && Is(line, "##vso[task.logissue type=")), line);
            Assert.DoesNotContain(line, character => char.IsControl(character) && character != '\t');
            Assert.DoesNotContain('\u202E', line);
        }

        static bool Is(string line, params string[] starts) =>
            starts.Any(start => line.StartsWith(start, StringComparison.Ordinal));
    }

    [Fact]
    public void Html_has_no_element_but_ours()
    {
        var html = SampleReport.Write("html", Report);

        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("alert(1)</script>", html);
        Assert.Equal(2, html.Split("<script>").Length);
        Assert.DoesNotContain("style=\"", html);
        Assert.Contains("&lt;script&gt;alert(1)", html);
    }

    [Fact]
    public void Markdown_has_no_element_link_or_call_but_ours()
    {
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();
        var markdown = SampleReport.Write("markdown", Report);
        var html = Markdig.Markdown.ToHtml(markdown, pipeline);

        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("<a ", html);
        Assert.DoesNotContain("<strong>", html);
        Assert.DoesNotContain("<em>", html);
        Assert.DoesNotMatch(
            "(?<!`)@octocat",
            System.Text.RegularExpressions.Regex.Replace(html, "<code>.*?</code>", "")
        );
        // Every row has four cells: no text ended its own.
        Assert.All(
            html.Split("<tr>").Where(row => row.Contains("<td>error")),
            row => Assert.Equal(4, row.Split("<td>").Length - 1 + row.Split("<td ").Length - 1)
        );
    }

    [Fact]
    public void Json_gives_every_text_back()
    {
        using var json = JsonDocument.Parse(SampleReport.Write("json", Report));
        var messages = json
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .Select(one => one.GetProperty("message").GetString()!);

        Assert.Equal(
            Texts.Select(ShownText.WellFormed).Order(StringComparer.Ordinal),
            messages.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Junit_is_well_formed_and_keeps_what_xml_can_hold()
    {
        var xml = XDocument.Parse(SampleReport.Write("junit", Report));

        Assert.Contains("データ 👩‍🔬 é", xml.Root!.Value);
        Assert.Contains("]]>", xml.Root.Value);
    }

    private static CheckReport Report { get; } =
        SampleReport.Of(Texts.Select(Finding)) with
        {
            Base = Texts[0] + Texts[5],
            Outcomes = [.. Texts.Select(text => new RuleOutcome("GOV0112" + text, Outcome.NotAvailable, text))],
            Origin = SampleReport.Everything.Origin with { Name = Texts[5], RemoteUrl = Texts[3] },
            TextOf = path => new SourceText(path + "\n" + path.Replace('\n', ' ').Replace('\r', ' ')),
        };

    private static JudgedFinding Finding(string text) =>
        SampleReport.Judged("GOV0101/" + text, text, text, SampleReport.At("p" + text, 2, 1, 4)) with
        {
            Finding = SampleReport.Finding("GOV0101/" + text, text, text, SampleReport.At(text + "p", 2, 1, 4)) with
            {
                Related = [new RelatedLocation(SampleReport.At(text, 1, 1, 2), text)],
            },
        };
}
