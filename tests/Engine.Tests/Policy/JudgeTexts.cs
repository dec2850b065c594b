using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Policy;

/// <summary>Verdicts over findings made by hand.</summary>
internal static class JudgeTexts
{
    public static readonly string[] AllRules = [.. PolicyTexts.Rules.All.Select(static rule => rule.Id)];

    public static Finding Flaw(string ruleId, string path, int line = 0, string content = "flaw") =>
        new()
        {
            RuleId = ruleId,
            Message = $"{ruleId} at {path}",
            Remedy = "Mend it",
            Location = new Location(path, line == 0 ? null : new SourceSpan(line, 1, line, 5)),
            Content = content,
        };

    public static JudgeInput Input(EffectivePolicy policy, params Finding[] findings) =>
        new()
        {
            Findings = Fingerprinting.Assign(findings),
            Policy = policy,
            Today = PolicyTexts.Today,
            RulesThatRan = AllRules,
        };

    public static JudgeInput Input(string governance, params Finding[] findings) =>
        Input(PolicyTexts.Policy(governance), findings);

    public static JudgeInput With(this JudgeInput input, string path, string text) =>
        input with
        {
            InlineExceptions =
            [
                new FileExceptions(path, InlineExceptionReader.Read(new SourceText(text), FileClass.Python)),
            ],
        };

    public static ImmutableArray<JudgedFinding> Judge(this JudgeInput input) =>
        PolicyJudge.Judge(input, PolicyTexts.Rules);

    /// <summary>One line for each: the rule, its place, and what speaks for it.</summary>
    public static string[] Show(this IEnumerable<JudgedFinding> judged) =>
        [
            .. judged.Select(static finding =>
                $"{finding.Finding.RuleId} {finding.Finding.Location.Path}:{finding.Finding.Location.Span?.StartLine ?? 0} {finding.Disposition}"
            ),
        ];

    public static JudgedFinding Only(this IEnumerable<JudgedFinding> judged, string ruleId) =>
        Assert.Single(judged, finding => finding.Finding.RuleId == ruleId);

    public static Baseline BaselineOf(params Finding[] findings) =>
        Read(BaselineFile.Write(Baseline.Of(Input(PolicyTexts.Policy(), findings).Judge(), PolicyTexts.Policy())));

    public static Baseline Read(string text)
    {
        var result = BaselineFile.Read(new PolicyDocument(Baseline.FileName, new SourceText(text)), PolicyTexts.Rules);
        Assert.Empty(result.Problems.Select(PolicyTexts.Show));
        return result.Baseline;
    }
}
