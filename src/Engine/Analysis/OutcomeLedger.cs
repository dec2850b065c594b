using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Rules.Checks.Engine;

namespace Governance.Engine.Analysis;

/// <summary>Keeps what becomes of each rule in one run.</summary>
internal sealed class OutcomeLedger
{
    private readonly Dictionary<string, RuleOutcome> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GlobSet> _appliesTo = new(StringComparer.Ordinal);

    public OutcomeLedger(EffectivePolicy policy, AnalysisOptions options)
    {
        foreach (var rule in RuleCatalog.Rules.Where(rule => policy.Rules[rule.Id].IsOn && options.Includes(rule)))
        {
            _outcomes[rule.Id] = policy.Applies(rule)
                ? new RuleOutcome(rule.Id, Outcome.Pass)
                : new RuleOutcome(
                    rule.Id,
                    Outcome.NotApplicable,
                    $"The rule does not apply to a repository of kind {SettingWords.Of(policy.Kind)}"
                );
            if (!rule.AppliesTo.IsEmpty)
            {
                _appliesTo[rule.Id] = GlobSet.Parse(rule.AppliesTo);
            }
        }
    }

    /// <summary>Whether the rule is on, asked for, and has something to judge.</summary>
    public bool Runs(string ruleId) =>
        _outcomes.TryGetValue(ruleId, out var outcome) && outcome.Outcome == Outcome.Pass;

    /// <summary>Whether a file's finding is reported in this run.</summary>
    public bool Reports(Finding finding) =>
        Runs(finding.BaseRuleId)
        && (!_appliesTo.TryGetValue(finding.BaseRuleId, out var globs) || globs.IsMatch(finding.Location.Path));

    /// <summary>
    /// Rules that are about paths of which the repository has none are not applicable; what only a compiler can tell is not
    /// available here.
    /// </summary>
    public void MarkUnmatched(RepositoryView view)
    {
        foreach (var rule in RuleCatalog.Rules.Where(rule => Runs(rule.Id) && _appliesTo.ContainsKey(rule.Id)))
        {
            var globs = _appliesTo[rule.Id];
            if (!view.Files.Any(file => globs.IsMatch(file.Path)))
            {
                MarkNotApplicable(rule.Id, $"No file matches {string.Join(", ", rule.AppliesTo)}");
            }
        }

        foreach (var rule in RuleCatalog.Rules.Where(rule => rule.IsOfCompiler && Runs(rule.Id)))
        {
            MarkNotSeen(rule.Id, "Only a build can tell: the package Governance.Analyzers reports it there");
        }
    }

    /// <summary>Says that a rule's answer is not known, unless findings give one.</summary>
    public void MarkNotSeen(string ruleId, string reason) =>
        _outcomes[ruleId] = new RuleOutcome(ruleId, Outcome.NotAvailable, reason);

    /// <summary>Says that there is nothing a rule could judge.</summary>
    public void MarkNotApplicable(string ruleId, string reason) =>
        _outcomes[ruleId] = new RuleOutcome(ruleId, Outcome.NotApplicable, reason);

    /// <summary>Takes over what a repository check said of itself.</summary>
    public void Mark(string ruleId, RepositoryCheckContext context)
    {
        if (context.UnavailableBecause is { } unavailable)
        {
            MarkNotSeen(ruleId, unavailable);
        }
        else if (context.NotApplicableBecause is { } notApplicable)
        {
            MarkNotApplicable(ruleId, notApplicable);
        }
    }

    /// <summary>Rules with findings failed; a check that threw is in error, whatever else it found.</summary>
    public void MarkFailed(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            _outcomes[finding.BaseRuleId] = new RuleOutcome(finding.BaseRuleId, Outcome.Fail);
        }

        foreach (var broken in findings.Where(finding => finding.RuleId == InternalError.Id))
        {
            if (_outcomes.ContainsKey(broken.Content))
            {
                _outcomes[broken.Content] = new RuleOutcome(broken.Content, Outcome.Error, broken.Message);
            }
        }
    }

    public ImmutableArray<RuleOutcome> ToOutcomes() =>
        _outcomes.Values.OrderBy(static outcome => outcome.RuleId, StringComparer.Ordinal).ToImmutableArray();
}
