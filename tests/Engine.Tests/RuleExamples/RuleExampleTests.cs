using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Checking;
using Governance.Engine.Policy;
using Governance.Engine.Rules;
using Governance.Tests.RuleExamples;

namespace Governance.Engine.Tests.RuleExamples;

/// <summary>Runs every example of every rule page, so that the documentation cannot lie.</summary>
public sealed class RuleExampleTests
{
    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var rule in RuleCatalog.Rules.Where(static rule => !rule.IsOfCompiler))
        {
            var examples = RulePageExamples.Read(RuleCatalog.Page(rule));
            for (var index = 0; index < examples.Count; index++)
            {
                if (!examples[index].IsOfCompiler)
                {
                    data.Add(rule.Id, index);
                }
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
            Assert.Contains(
                examples,
                example => example.IsReported && example.Expected.Any(e => e.BaseRuleId == rule.Id)
            );
            Assert.Contains(examples, example => !example.IsReported && example.Expected.IsEmpty);
        }
    }

    [Theory]
    [InlineData("steps: [build", "not marked")]
    [InlineData("steps: [build] # note: GOV0002", "not found")]
    [InlineData("steps: [build # warning: GOV0002", "not found")]
    [InlineData("steps: [build # note: GOV0002 another message", "not found")]
    [InlineData("[|steps|]: [build # note: GOV0002", "not found")]
    public void The_harness_sees_a_page_that_lies(string line, string expected)
    {
        var example = RulePageExamples
            .Read($"---\n---\n# T\n## Reported\n```yaml path=pipelines/a.yml\n{line}\n```\n")
            .Single();
        Assert.StartsWith(expected, Mismatches("GOV0002", example)[0], StringComparison.Ordinal);
    }

    private static List<string> Mismatches(string ruleId, RuleExample example)
    {
        var report = PolicyCheck.Run(
            new CheckRequest
            {
                Snapshot = InMemoryRepository.Of(example.Files),
                Base = example.BaseFiles.IsEmpty
                    ? null
                    : new BaseState("main", InMemoryRepository.Of(example.BaseFiles), new Dictionary<string, string>()),
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
