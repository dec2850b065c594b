using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy.Judging;

namespace Governance.Engine.Policy;

/// <summary>
/// Says what each finding means for people: its severity and mode, and whether an exception, the baseline or the base
/// revision speaks for it, in this order. Adds the findings about exceptions and baseline themselves.
/// </summary>
public static class PolicyJudge
{
    /// <summary>Judges the findings of all rules that are on; the result is in <see cref="FindingOrder"/>.</summary>
    public static ImmutableArray<JudgedFinding> Judge(JudgeInput input) => Judge(input, KnownRules.OfCatalog());

    internal static ImmutableArray<JudgedFinding> Judge(JudgeInput input, KnownRules rules)
    {
        var judgement = new Judgement(input, rules);
        var before = input.Base is null
            ? ImmutableArray<Finding>.Empty
            : new Judgement(Before(input.Base, input), rules).Notices;
        return judgement
            .Findings.Concat(judgement.JudgedNotices(before))
            .Where(static judged => judged.Severity != Severity.Off && judged.Mode != Mode.Off)
            .OrderBy(static judged => judged.Finding, FindingOrder.Instance)
            .ToImmutableArray();
    }

    private static JudgeInput Before(JudgeBase state, JudgeInput input) =>
        new()
        {
            Findings = state.Findings,
            Policy = state.Policy,
            InlineExceptions = state.InlineExceptions,
            Baseline = state.Baseline,
            Today = input.Today,
            RulesThatRan = input.RulesThatRan,
        };
}
