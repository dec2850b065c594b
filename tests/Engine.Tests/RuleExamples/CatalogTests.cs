using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Governance.Engine.Rules;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.RuleExamples;

/// <summary>Pages, checks and lists belong together.</summary>
public sealed partial class CatalogTests
{
    [Fact]
    public void Every_check_has_a_page_and_bears_its_name()
    {
        foreach (var check in RuleCatalog.Checks)
        {
            var rule = RuleCatalog.Find(check.Id);
            Assert.True(rule is not null, $"{check.Id} has no page");
            Assert.Equal(rule.Name, KebabCase(check.GetType().Name));
            var place = check.GetType().Namespace!.Split(".Checks.")[^1];
            Assert.Equal(rule.Area, place.Split('.')[0].ToLowerInvariant());
        }
    }

    [Fact]
    public void Every_check_class_is_listed_once()
    {
        var classes = typeof(Check).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Check)) && !t.IsAbstract);
        Assert.Equal(
            classes.Select(static type => type.FullName).Order(StringComparer.Ordinal),
            RuleCatalog.Checks.Select(static check => check.GetType().FullName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_page_outside_the_engine_area_has_a_check()
    {
        var checks = RuleCatalog.Checks.Select(static check => check.Id).ToHashSet();
        var pages = RuleCatalog.Rules.Where(static rule =>
            rule.Area != RuleCatalog.EngineArea && rule.Lifecycle != "retired" && !rule.IsOfCompiler
        );
        Assert.Empty(pages.Where(rule => !checks.Contains(rule.Id)).Select(static rule => rule.Id));
    }

    [Fact]
    public void Every_page_says_why_and_how_to_fix()
    {
        foreach (var page in RuleCatalog.Rules.Select(RuleCatalog.Page))
        {
            Assert.Contains("\n## Why\n", page, StringComparison.Ordinal);
            Assert.Contains("\n## How to fix\n", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_index_of_rules_is_up_to_date() =>
        GeneratedFile.Verify(Path.Combine("docs", "rules.md"), RuleIndex.Write());

    private static string KebabCase(string name) => UpperCase().Replace(name, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex UpperCase();
}
