using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Checking;
using Governance.Engine.Policy;
using Governance.Engine.Rules;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.RuleExamples;

/// <summary>Runs every example of every rule page, so that the documentation cannot lie.</summary>
public sealed class RuleExampleTests
{
    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var rule in RuleCatalog.Rules.Where(static rule => rule.Host != "roslyn"))
        {
            for (var index = 0; index < RulePageExamples.Read(RuleCatalog.Page(rule)).Count; index++)
            {
                data.Add(rule.Id, index);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_reports_what_it_marks_and_nothing_else(string ruleId, int index)
    {
        var example = RulePageExamples.Read(RuleCatalog.Page(RuleCatalog.Find(ruleId)!))[index];
        var mismatches = Mismatches(ruleId, example);
        Assert.True(mismatches.Count == 0, $"{ruleId} '{example.Title}':\n{string.Join("\n", mismatches)}");
    }

    [Fact]
    public void Every_rule_has_examples_on_both_sides()
    {
        foreach (var rule in RuleCatalog.Rules.Where(static rule => rule.Id != "GOV0001"))
        {
            var examples = RulePageExamples.Read(RuleCatalog.Page(rule));
            Assert.Contains(examples, example => example.IsReported && example.Expected.Any(e => e.RuleId == rule.Id));
            Assert.Contains(examples, example => !example.IsReported && example.Expected.IsEmpty);
        }
    }

    [Theory]
    [InlineData("notebooks/a.ipynb # error: GOV0201", "notebooks/a.ipynb", false)]
    [InlineData("notebooks/a.ipynb", "notebooks/a.ipynb # error: GOV0201", true)]
    public void The_harness_sees_a_page_that_lies(string truth, string page, bool missing)
    {
        var example = RulePageExamples.Read($"---\n---\n# T\n## Reported\n```tree\n{page}\n```\n").Single();
        var mismatch = Assert.Single(Mismatches("GOV0201", example with { Files = example.Files }));
        Assert.NotEqual(truth, page);
        Assert.StartsWith(missing ? "not found" : "not marked", mismatch, StringComparison.Ordinal);
    }

    private static List<string> Mismatches(string ruleId, RuleExample example)
    {
        var report = PolicyCheck.Run(
            new CheckRequest
            {
                Snapshot = InMemoryRepository.Of(example.Files),
                Today = TestDates.Today,
                ToolVersion = "0.0.0",
            },
            default
        );
        Assert.DoesNotContain(report.Findings, finding => finding.Finding.RuleId == "GOV0001");
        var found = report.Findings.Where(f => f.IsShown && f.Finding.BaseRuleId == ruleId).ToList();
        var mismatches = new List<string>();
        foreach (var expected in example.Expected.Where(e => e.RuleId.StartsWith(ruleId, StringComparison.Ordinal)))
        {
            var match = found.FirstOrDefault(finding => Matches(expected, finding));
            if (match is null || !found.Remove(match))
            {
                mismatches.Add($"not found: {expected}");
            }
        }

        mismatches.AddRange(
            found.Select(f => $"not marked: {f.Severity} {f.Finding.RuleId} {f.Finding.Location}: {f.Finding.Message}")
        );
        return mismatches;
    }

    private static bool Matches(ExpectedFinding expected, JudgedFinding judged)
    {
        var location = judged.Finding.Location;
        return judged.Severity == expected.Severity
            && judged.Finding.RuleId == expected.RuleId
            && location.Path == expected.Path
            && (expected.Line is null || (location.Span?.StartLine ?? 1) == expected.Line)
            && (expected.Span is null || location.Span == expected.Span)
            && judged.Finding.Message.Contains(expected.MessagePart, StringComparison.Ordinal);
    }
}
