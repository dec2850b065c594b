using System.IO;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Reporting;

public class TextReportTests
{
    [Fact]
    public void Everything_looks_as_the_golden_file() =>
        GeneratedFile.Verify(
            Path.Combine("tests", "fixtures", "reports", "everything.txt"),
            SampleReport.Write("text", SampleReport.Everything)
        );

    [Fact]
    public void Only_colour_adds_escape_sequences()
    {
        var plain = SampleReport.Write("text", SampleReport.Everything);
        var coloured = SampleReport.Write("text", SampleReport.Everything, colour: true);

        Assert.DoesNotContain('\u001b', plain);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
        Assert.NotEqual(plain, coloured);
    }

    [Fact]
    public void A_remedy_is_told_once_in_a_file_and_again_in_the_next()
    {
        var report = SampleReport.Of(
            SampleReport.Judged("GOV0203", "one", "Clear the outputs", SampleReport.At("a", 1, 1, 2)),
            SampleReport.Judged("GOV0203", "two", "Clear the outputs", SampleReport.At("a", 2, 1, 2)),
            SampleReport.Judged("GOV0203", "three", "Clear the outputs", SampleReport.At("b", 1, 1, 2))
        );

        Assert.Equal(3, SampleReport.Write("text", report).Split("Clear the outputs").Length);
    }

    [Fact]
    public void A_clean_run_says_so_in_two_lines()
    {
        var lines = SampleReport.Write("text", SampleReport.Of()).TrimEnd('\n').Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Equal("nothing blocks", lines[1]);
    }

    [Fact]
    public void In_observe_mode_findings_are_listed_and_counted_as_would_block()
    {
        var observed = SampleReport.Judged("GOV0101", "m", "r", new Location("docs")) with { Mode = Mode.Observe };
        var text = SampleReport.Write(
            "text",
            SampleReport.Of(observed, observed with { Severity = Severity.Note }) with
            {
                FailOn = Severity.Off,
            }
        );

        Assert.Contains("error    observe  GOV0101  m", text);
        Assert.EndsWith("nothing blocks; 1 would block\n", text);
    }
}
