using System;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using static Governance.Engine.Tests.Policy.JudgeTexts;

namespace Governance.Engine.Tests.Policy;

public sealed class ExceptionJudgeTests
{
    [Fact]
    public void A_finding_of_less_reach_is_less_bad_than_its_rule_and_never_worse()
    {
        var flaw = JudgeTexts.Flaw(PolicyTexts.Rules.All[^1].Id, "a.py");
        var judged = JudgeTexts
            .Input($"rules: {{ {flaw.RuleId}: {{ severity: error }} }}", flaw, flaw with { AtMost = Severity.Note })
            .Judge();
        Assert.Equal([Severity.Error, Severity.Note], judged.Select(static one => one.Severity).OrderDescending());

        var low = JudgeTexts
            .Input($"rules: {{ {flaw.RuleId}: {{ severity: note }} }}", flaw with { AtMost = Severity.Warning })
            .Judge();
        Assert.Equal(Severity.Note, low.Single().Severity);
    }

    [Fact]
    public void Severity_and_mode_come_from_the_policy()
    {
        var judged = Input(
                "rules: { GOV0101: { severity: note, mode: warn }, GOV0102: { mode: off }, GOV0203: { severity: off } }",
                Flaw("GOV0101", "."),
                Flaw("GOV0102", "a"),
                Flaw("GOV0203", "b"),
                Flaw("GOV0301/azure-key", "c", 1)
            )
            .Judge();
        Assert.Equal(["GOV0101 .:0 Open", "GOV0301/azure-key c:1 Open"], judged.Show());
        Assert.Equal((Severity.Note, Mode.Warn), (judged[0].Severity, judged[0].Mode));
        Assert.True(judged[1].Blocks(Severity.Error));
    }

    [Theory]
    [InlineData("paths: ['tests/**']", "tests/a.py", true)]
    [InlineData("paths: ['tests/**']", "tests", true)]
    [InlineData("paths: ['tests/']", "tests", true)]
    [InlineData("paths: ['tests/*.py']", "tests", false)]
    [InlineData("paths: ['tests/**']", "src/tests/a.py", false)]
    [InlineData("paths: [tests]", "src/tests/a.py", true)]
    [InlineData("paths: ['**']", ".", false)]
    [InlineData("paths: ['.']", ".", true)]
    [InlineData("paths: ['.']", "tests", false)]
    [InlineData("ticket: T1", ".", true)]
    [InlineData("ticket: T1", "tests", true)]
    public void Paths_decide_what_is_covered(string scope, string path, bool isCovered)
    {
        var judged = Input(
                $"exceptions: [{{ rule: GOV0101, {scope}, reason: why, expires: 2027-01-31 }}]",
                Flaw("GOV0101", path),
                Flaw("GOV0203", path)
            )
            .Judge();
        var finding = judged.Only("GOV0101");
        Assert.Equal(isCovered ? Disposition.Excepted : Disposition.Open, finding.Disposition);
        Assert.Equal(isCovered ? "why" : null, finding.Reason);
        Assert.Equal(isCovered ? 1 : null, finding.DecidedBy?.Span?.StartLine);
        Assert.Equal(Disposition.Open, judged.Only("GOV0203").Disposition);
        Assert.Equal(isCovered ? 0 : 1, judged.Count(static f => f.Finding.RuleId == "GOV0005"));
    }

    [Theory]
    [InlineData("GOV0301", true, true)]
    [InlineData("GOV0301/azure-key", true, false)]
    [InlineData("secret/azure-key", true, false)]
    public void A_family_or_one_member_can_be_excepted(string rule, bool azure, bool github)
    {
        var judged = Input(
                $"exceptions: [{{ rule: {rule}, reason: why, expires: 2027-01-31 }}]",
                Flaw("GOV0301/azure-key", "a", 1),
                Flaw("GOV0301/github-token", "a", 2)
            )
            .Judge();
        Assert.Equal(azure, judged.Only("GOV0301/azure-key").Disposition == Disposition.Excepted);
        Assert.Equal(github, judged.Only("GOV0301/github-token").Disposition == Disposition.Excepted);
    }

    [Theory]
    [InlineData("2026-11-21", Disposition.Open, "GOV0004")]
    [InlineData("2026-11-22", Disposition.Excepted, "GOV0007")]
    [InlineData("2026-12-06", Disposition.Excepted, "GOV0007")]
    [InlineData("2026-12-07", Disposition.Excepted, null)]
    public void The_last_day_is_included_and_announced(string expires, Disposition disposition, string? notice)
    {
        var judged = Input(
                $"exceptions:\n  - rule: GOV0101\n    reason: why\n    expires: {expires}",
                Flaw("GOV0101", "a")
            )
            .Judge();
        Assert.Equal(disposition, judged.Only("GOV0101").Disposition);
        var notices = judged.Where(static finding => finding.Finding.RuleId != "GOV0101").ToList();
        Assert.Equal(notice is null ? [] : [notice], notices.Select(static finding => finding.Finding.RuleId));
        Assert.All(
            notices,
            finding =>
            {
                Assert.Contains(expires, finding.Finding.Message, StringComparison.Ordinal);
                Assert.Equal(new Location("governance.yml", new(2, 11, 2, 18)), finding.Finding.Location);
                Assert.Equal(32, finding.Finding.Fingerprint.Length);
            }
        );
    }

    [Fact]
    public void An_exception_of_a_rule_that_had_no_say_is_left_alone()
    {
        var input = Input("exceptions: [{ rule: GOV0101, reason: why, expires: 2026-01-31 }]") with
        {
            RulesThatRan = ["GOV0203"],
        };
        Assert.Empty(input.Judge());
    }

    [Fact]
    public void The_organisations_exceptions_are_never_needless()
    {
        var policy = PolicyTexts.Policy(
            organisation: "exceptions: [{ rule: GOV0101, reason: why, expires: 2026-01-31 }, { rule: GOV0203, reason: why, expires: 2027-01-31 }]"
        );
        Assert.Empty(Input(policy).Judge());
        Assert.Equal(
            ["GOV0101 a:0 Open", "GOV0004 organisation.yml:1 Open"],
            Input(policy, Flaw("GOV0101", "a")).Judge().Show()
        );
    }

    [Theory]
    [InlineData(2, Disposition.Excepted)]
    [InlineData(3, Disposition.Excepted)]
    [InlineData(1, Disposition.Open)]
    [InlineData(4, Disposition.Open)]
    [InlineData(0, Disposition.Open)]
    public void A_comment_covers_its_line_and_the_next(int line, Disposition disposition)
    {
        var judged = Input("", Flaw("GOV0301", "a.py", line))
            .With("a.py", "x\n# policy: allow GOV0301 until 2027-01-31 -- test key\n")
            .Judge();
        var finding = judged.Only("GOV0301");
        Assert.Equal(disposition, finding.Disposition);
        if (disposition == Disposition.Excepted)
        {
            Assert.Equal(("test key", 2), (finding.Reason, finding.DecidedBy!.Span!.Value.StartLine));
            Assert.Single(judged);
        }
        else
        {
            Assert.Equal(2, judged.Only("GOV0005").Finding.Location.Span!.Value.StartLine);
        }
    }

    [Theory]
    [InlineData("GOV0301 -- why", "it names no last day")]
    [InlineData("GOV0301 until 2027-01-31", "it gives no reason")]
    [InlineData("GOV0301 until soon -- why", "'soon' is no day of the calendar")]
    [InlineData("GOV0310 until 2027-01-31 -- why", "there is no rule 'GOV0310'")]
    [InlineData("GOV0004 until 2027-01-31 -- why", "findings of GOV0004 cannot be excepted")]
    public void A_comment_with_a_mistake_excepts_nothing(string said, string message)
    {
        var judged = Input("", Flaw("GOV0301", "a.py", 1)).With("a.py", "x # policy: allow " + said).Judge();
        Assert.Equal(["GOV0301 a.py:1 Open", "GOV0003 a.py:1 Open"], judged.Show());
        var problem = judged.Only("GOV0003").Finding;
        Assert.Equal("The comment excepts nothing: " + message, problem.Message);
        Assert.Equal(5, problem.Location.Span!.Value.StartColumn);
    }

    [Theory]
    [InlineData("locked: [GOV0301]", "the organisation locks GOV0301")]
    [InlineData("exceptionPolicy: { inline: forbid }", "the organisation allows no exceptions in comments")]
    [InlineData("exceptionPolicy: { maxDays: 30 }", "it holds longer than the 30 days that the organisation allows")]
    public void The_organisation_bounds_comments(string organisation, string message)
    {
        var judged = Input(PolicyTexts.Policy(organisation: organisation), Flaw("GOV0301", "a.py", 1))
            .With("a.py", "x # policy: allow GOV0301 until 2027-01-31 -- why")
            .Judge();
        Assert.Equal(Disposition.Open, judged.Only("GOV0301").Disposition);
        Assert.Contains(message, judged.Only("GOV0003").Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_about_exceptions_have_a_mode_too()
    {
        var judged = Input(
                "rules: { GOV0005: { mode: off } }\nexceptions: [{ rule: GOV0101, reason: why, expires: 2027-01-31 }]"
            )
            .Judge();
        Assert.Empty(judged);
    }
}
