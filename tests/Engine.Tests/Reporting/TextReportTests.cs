using System.IO;
using System.Linq;
using Governance.Engine.Analysis;
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
    public void Mistakes_of_the_policy_come_first()
    {
        var report = SampleReport.Of(
            SampleReport.Judged("GOV0203", "one", "r", SampleReport.At("a", 1, 1, 2)),
            SampleReport.Judged("GOV0005", "two", "r", SampleReport.At("b.yml", 1, 1, 2)),
            SampleReport.Judged("GOV0003", "three", "r", SampleReport.At("governance.yml", 1, 1, 2))
        );

        Assert.StartsWith("governance.yml\n", SampleReport.Write("text", report));
    }

    [Fact]
    public void Findings_about_paths_have_no_column_of_places()
    {
        var report = SampleReport.Of(SampleReport.Judged("GOV0101", "m", "r", new Location("docs")));

        Assert.StartsWith("docs\n  error    GOV0101  m\n    fix: r\n", SampleReport.Write("text", report));
    }

    [Fact]
    public void What_the_places_of_a_group_are_is_said_once()
    {
        var judged = SampleReport.Judged("GOV0105", "m", "r", new Location("x"));
        var related = new[] { "x/a", "x/b" }.Select(path => new RelatedLocation(new Location(path), "A misplaced one"));
        var report = SampleReport.Of(judged with { Finding = judged.Finding with { Related = [.. related] } });

        Assert.Contains("    see: x/a  A misplaced one\n    see: x/b\n", SampleReport.Write("text", report));
    }

    [Fact]
    public void Rules_that_were_not_judged_are_listed_by_reason_and_those_about_the_tool_do_not_count()
    {
        var report = SampleReport.Of() with
        {
            Outcomes =
            [
                new RuleOutcome("GOV0001", Outcome.Pass),
                new RuleOutcome("GOV0003", Outcome.Pass),
                new RuleOutcome("GOV0101", Outcome.Pass),
                new RuleOutcome("GOV0201", Outcome.NotApplicable, "There are no notebooks"),
                new RuleOutcome("GOV0110", Outcome.NotApplicable, "There is no code"),
                new RuleOutcome("GOV0202", Outcome.NotApplicable, "There are no notebooks"),
            ],
        };
        var text = SampleReport.Write("text", report);

        Assert.StartsWith(
            "42 files of a project; 1 of 4 rules judged: 1 passed, 0 failed; 3 not applicable, 0 not available\n",
            text
        );
        Assert.Contains(
            "not applicable: 3\n  There are no notebooks: GOV0201, GOV0202\n  There is no code: GOV0110\n",
            text
        );
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
