using System;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Syntax;
using static Governance.Engine.Tests.Policy.JudgeTexts;

namespace Governance.Engine.Tests.Policy;

public sealed class BaselineTests
{
    private static readonly Finding Old = Flaw("GOV0203", "notebooks/a b.ipynb", 3, "output");
    private static readonly Finding Other = Flaw("GOV0101", ".", 0, "tests");

    [Fact]
    public void What_is_written_is_read()
    {
        var text = BaselineFile.Write(BaselineOf(Old, Other, Flaw("GOV0301/key", "odd\nname\\n", 1)));
        var lines = text.Split('\n');
        Assert.Equal("# governance baseline 1", lines[0]);
        Assert.StartsWith("#", lines[1], StringComparison.Ordinal);
        Assert.Matches("^GOV0101 [0-9a-f]{32} \\.$", lines[2]);
        Assert.Matches("^GOV0203 [0-9a-f]{32} notebooks/a b\\.ipynb$", lines[3]);
        Assert.EndsWith(" odd\\nname\\\\n", lines[4], StringComparison.Ordinal);
        Assert.Equal(text, BaselineFile.Write(Read(text)));
        Assert.Equal("odd\nname\\n", Read(text.Replace("\n", "\r\n", StringComparison.Ordinal)).Entries[2].Path);
    }

    [Theory]
    [InlineData("", 1, "does not begin with '# governance baseline 1'")]
    [InlineData("# governance baseline 2\n", 1, "is of version '2', and this tool knows version 1")]
    [InlineData("# governance baseline 1\nnonsense\n", 2, "no entry of a baseline")]
    [InlineData("# governance baseline 1\nGOV0101 0123 .\n", 2, "no entry of a baseline")]
    [InlineData("# governance baseline 1\n\n<<<<<<< HEAD\n", 3, "merge conflict")]
    [InlineData(
        "# governance baseline 1\nGOV0999 0123456789abcdef0123456789abcdef .\n",
        2,
        "There is no rule 'GOV0999'"
    )]
    public void A_mistake_has_its_line(string text, int line, string message)
    {
        var result = BaselineFile.Read(new PolicyDocument("b", new SourceText(text)), PolicyTexts.Rules);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(line, problem.Location.Span!.Value.StartLine);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Empty(result.Baseline.Entries);
    }

    [Fact]
    public void Known_findings_pass_and_a_new_one_does_not()
    {
        var judged = Input("", Old, Other, Flaw("GOV0203", "notebooks/new.ipynb", 3, "output")) with
        {
            Baseline = BaselineOf(Old, Other),
        };
        Assert.Equal(
            ["GOV0101 .:0 Baselined", "GOV0203 notebooks/a b.ipynb:3 Baselined", "GOV0203 notebooks/new.ipynb:3 Open"],
            judged.Judge().Show()
        );
        Assert.Equal(3, judged.Judge()[0].DecidedBy!.Span!.Value.StartLine);
    }

    [Fact]
    public void Moved_lines_change_nothing_and_repeats_are_counted()
    {
        var moved = Old with { Location = new Location(Old.Location.Path, new SourceSpan(90, 1, 90, 2)) };
        var again = Old with { Location = new Location(Old.Location.Path, new SourceSpan(95, 1, 95, 2)) };
        var judged = (Input("", moved, again) with { Baseline = BaselineOf(Old) }).Judge();
        Assert.Equal(
            ["GOV0203 notebooks/a b.ipynb:90 Baselined", "GOV0203 notebooks/a b.ipynb:95 Open"],
            judged.Show()
        );
    }

    [Fact]
    public void What_is_fixed_is_reported_and_pruned_and_blocks_when_it_comes_back()
    {
        var baseline = BaselineOf(Old, Other);
        var judged = (Input("", Other) with { Baseline = baseline }).Judge();
        var needless = judged.Only("GOV0005").Finding;
        Assert.Equal("The baseline holds 1 finding that is fixed", needless.Message);
        Assert.Equal(("governance.baseline", 4), (needless.Location.Path, needless.Location.Span!.Value.StartLine));

        var pruned = baseline.Pruned(judged, AllRules);
        Assert.Equal("GOV0101", Assert.Single(pruned.Entries).RuleId);
        Assert.Equal(
            Disposition.Open,
            (Input("", Old, Other) with { Baseline = pruned }).Judge().Only("GOV0203").Disposition
        );
    }

    [Fact]
    public void Pruning_keeps_what_was_not_looked_at()
    {
        var input = Input("", Other) with { Baseline = BaselineOf(Old, Other), RulesThatRan = ["GOV0101"] };
        var judged = input.Judge();
        Assert.Equal(["GOV0101 .:0 Baselined"], judged.Show());
        Assert.Equal(2, input.Baseline!.Pruned(judged, input.RulesThatRan).Entries.Length);
    }

    [Theory]
    [InlineData("locked: [notebooks]", "which the organisation locks")]
    [InlineData("never: [stored-output]", "which the organisation never lets into a baseline")]
    public void Some_rules_cannot_be_baselined(string organisation, string why)
    {
        var policy = PolicyTexts.Policy(organisation: organisation);
        var input = Input(policy, Old, Other) with { Baseline = BaselineOf(Old, Other) };
        var judged = input.Judge();
        Assert.Equal(Disposition.Open, judged.Only("GOV0203").Disposition);
        Assert.Equal($"The baseline holds 1 finding of GOV0203, {why}", judged.Only("GOV0003").Finding.Message);
        Assert.Equal("GOV0101", Assert.Single(Baseline.Of(judged, policy).Entries).RuleId);
    }

    [Fact]
    public void Entries_follow_a_file_that_is_gone_from_their_path()
    {
        var moved = new[] { 3, 7 }.Select(line => Flaw("GOV0203", "notebooks/ana/b.ipynb", line, "output")).ToArray();
        var baseline = BaselineOf(Old, Flaw("GOV0203", "notebooks/a b.ipynb", 7, "output"));
        var gone = Input("", moved) with
        {
            Baseline = baseline,
            PathExists = static path => path != "notebooks/a b.ipynb",
        };
        Assert.All(gone.Judge(), static finding => Assert.Equal(Disposition.Baselined, finding.Disposition));
        Assert.All(
            baseline.Pruned(gone.Judge(), AllRules).Entries,
            static entry => Assert.Equal("notebooks/ana/b.ipynb", entry.Path)
        );

        var copied = Input("", moved) with { Baseline = baseline };
        Assert.Equal(
            2,
            copied
                .Judge()
                .Count(static finding => finding.Disposition == Disposition.Open && finding.Finding.RuleId == "GOV0203")
        );
    }

    [Fact]
    public void An_excepted_finding_leaves_no_needless_entry()
    {
        var judged = (
            Input("exceptions: [{ rule: GOV0203, reason: r, expires: 2027-01-31 }]", Old) with
            {
                Baseline = BaselineOf(Old),
            }
        ).Judge();
        Assert.Equal(["GOV0203 notebooks/a b.ipynb:3 Excepted"], judged.Show());
    }

    [Fact]
    public void A_hostile_baseline_is_read_in_linear_time()
    {
        var junk = string.Concat(Enumerable.Repeat("GOV0203 0123456789abcdef0123456789abcdef a\n<<<<<<<\n", 50_000));
        var result = BaselineFile.Read(
            new PolicyDocument("b", new SourceText("# governance baseline 1\n" + junk)),
            PolicyTexts.Rules
        );
        Assert.Equal((50_000, 20), (result.Baseline.Entries.Length, result.Problems.Length));
    }
}
