using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Facts;
using Governance.Engine.Rules;
using Governance.Tests.RuleExamples;

namespace Governance.Engine.Tests.Facts;

/// <summary>Which readers a run needs: what is not read for a rule alone must not be what the rule goes by.</summary>
public sealed class FactReadersTests
{
    public static TheoryData<string> Rules() =>
        [.. RuleCatalog.Checks.OfType<RepositoryCheck>().Select(static check => check.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_alone_finds_what_it_finds_among_all(string ruleId)
    {
        var examples = RulePageExamples.Read(RuleCatalog.Page(RuleCatalog.Find(ruleId)!));
        foreach (var example in examples.Where(static example => !example.IsOfCompiler))
        {
            Assert.Equal(Found(example, ruleId, []), Found(example, ruleId, [ruleId]));
        }
    }

    [Fact]
    public void Only_rules_about_credentials_have_all_read()
    {
        Assert.Equal(FactReaders.All, FactReaders.For(RuleCatalog.Checks));
        Assert.Equal(FactReaders.Common, FactReaders.For(OfArea("layout").Concat(OfArea("pipelines"))));
        Assert.Empty(FactReaders.For(RuleCatalog.Checks.OfType<FileCheck>()));
        Assert.True(FactReaders.Common.Length < FactReaders.All.Length);
    }

    private static IEnumerable<Check> OfArea(string area) =>
        RuleCatalog.Checks.Where(check => RuleCatalog.Find(check.Id)!.Area == area);

    private static IEnumerable<string> Found(RuleExample example, string ruleId, string[] only) =>
        PolicyCheck
            .Run(
                new CheckRequest
                {
                    Snapshot = InMemoryRepository.Of(example.Files),
                    Today = TestDates.Today,
                    ToolVersion = "0.0.0",
                    Options = new AnalysisOptions { Only = [.. only] },
                },
                default
            )
            .Findings.Select(static judged => judged.Finding)
            .Where(finding => finding.BaseRuleId == ruleId)
            .Select(static finding => $"{finding.RuleId} {finding.Location} {finding.Message}");
}
