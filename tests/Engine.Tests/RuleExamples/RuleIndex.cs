using System.Linq;
using System.Text;
using Governance.Engine.Rules;

namespace Governance.Engine.Tests.RuleExamples;

/// <summary>Writes docs/rules.md from the catalogue.</summary>
internal static class RuleIndex
{
    public static string Write()
    {
        var text = new StringBuilder(
            "# Rules\n\nGenerated from the pages under `rules/`; the tests say when it is stale.\n"
        );
        foreach (var area in RuleCatalog.Rules.GroupBy(static rule => rule.Area))
        {
            text.Append("\n## ")
                .Append(area.Key)
                .Append("\n\n| id | name | severity | statement | for | what |\n|---|---|---|---|---|---|\n");
            foreach (var rule in area)
            {
                var kinds = rule.Kinds.IsEmpty ? "all" : string.Join(", ", rule.Kinds);
                var severity = rule.Severity.ToString().ToLowerInvariant();
                text.Append(
                    $"| [{rule.Id}](../{rule.PagePath}) | {rule.Name} | {severity} | {rule.Statement} | {kinds} | {rule.Title} |\n"
                );
            }
        }

        return text.ToString();
    }
}
