using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using static Governance.Engine.Tests.Policy.JudgeTexts;

namespace Governance.Engine.Tests.Policy;

public sealed class BaseRevisionTests
{
    private static readonly Finding Old = Flaw("GOV0203", "a.ipynb", 3, "output");
    private static readonly Finding New = Flaw("GOV0203", "b.ipynb", 3, "output");

    [Fact]
    public void Only_what_the_change_introduced_is_open()
    {
        var judged = (Input("", Old, New) with { Base = Base("", Old) }).Judge();
        Assert.Equal(["GOV0203 a.ipynb:3 InBase", "GOV0203 b.ipynb:3 Open"], judged.Show());
    }

    [Fact]
    public void Renames_are_followed()
    {
        var state = Base("", Old, Old) with
        {
            Renames = new Dictionary<string, string>(StringComparer.Ordinal) { ["b.ipynb"] = "a.ipynb" },
        };
        var judged = (Input("", New, New, New) with { Base = state }).Judge();
        Assert.Equal(
            [Disposition.InBase, Disposition.InBase, Disposition.Open],
            judged.Select(static f => f.Disposition)
        );
    }

    [Fact]
    public void A_baseline_does_not_speak_for_a_flaw_that_came_back()
    {
        var input = Input("", Old) with { Baseline = BaselineOf(Old), Base = Base("") };
        Assert.Equal(["GOV0203 a.ipynb:3 Open"], input.Judge().Show());
        Assert.Equal(["GOV0203 a.ipynb:3 Baselined"], (input with { Base = Base("", Old) }).Judge().Show());
    }

    [Fact]
    public void A_baseline_that_grows_is_one_finding()
    {
        var more = Flaw("GOV0101", ".");
        var judged = (
            Input("", Old, New, more) with
            {
                Baseline = BaselineOf(Old, New, more),
                Base = Base("", Old) with { Baseline = BaselineOf(Old) },
            }
        ).Judge();
        var grown = judged.Only("GOV0006").Finding;
        Assert.Equal("The change adds 2 findings to the baseline", grown.Message);
        Assert.Equal(("governance.baseline", 3), (grown.Location.Path, grown.Location.Span!.Value.StartLine));
        Assert.Equal("GOV0203 at b.ipynb", Assert.Single(grown.Related).Message);
        Assert.Equal(Disposition.Open, judged.Single(static f => f.Finding.Location.Path == "b.ipynb").Disposition);
    }

    [Fact]
    public void The_first_baseline_is_no_growth()
    {
        var judged = (Input("", Old) with { Baseline = BaselineOf(Old), Base = Base("", Old) }).Judge();
        Assert.DoesNotContain(judged, static finding => finding.Finding.RuleId == "GOV0006");
    }

    [Fact]
    public void A_renamed_entry_is_no_growth()
    {
        var state = Base("", Old) with
        {
            Baseline = BaselineOf(Old),
            Renames = new Dictionary<string, string>(StringComparer.Ordinal) { ["b.ipynb"] = "a.ipynb" },
        };
        var judged = (Input("", New) with { Baseline = BaselineOf(New), Base = state }).Judge();
        Assert.Equal(["GOV0203 b.ipynb:3 Baselined"], judged.Show());
    }

    [Fact]
    public void An_exception_that_was_needless_before_is_no_news()
    {
        const string Before = "exceptions:\n  - { rule: GOV0101, reason: r, expires: 2027-01-31 }";
        const string After = "mode: block\n" + Before + "\n  - { rule: GOV0203, reason: r, expires: 2026-01-31 }";
        var judged = (Input(After) with { Base = Base(Before) }).Judge();
        Assert.Equal(["GOV0005 governance.yml:3 InBase", "GOV0004 governance.yml:4 Open"], judged.Show());
    }

    private static JudgeBase Base(string governance, params Finding[] findings) =>
        new() { Findings = Fingerprinting.Assign(findings), Policy = PolicyTexts.Policy(governance) };
}
