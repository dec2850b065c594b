using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;

namespace Governance.Engine.Policy;

/// <summary>The rules a policy may speak of, and how it may call them.</summary>
internal sealed class KnownRules
{
    /// <summary>
    /// Rules about the policy and the tool itself. An exception of them would hide that exceptions are wrong, and a
    /// crash is no flaw of the repository to be accepted.
    /// </summary>
    private static readonly ImmutableArray<string> Unexceptable = ImmutableArray.Create(
        "GOV0001",
        PolicyProblem.RuleId,
        "GOV0004",
        "GOV0005",
        "GOV0006",
        "GOV0007"
    );

    private readonly Dictionary<string, RuleDescriptor> _byAnyName = new(StringComparer.OrdinalIgnoreCase);

    private readonly Func<RuleDescriptor, string> _pageOf;

    public KnownRules(ImmutableArray<RuleDescriptor> rules, int ruleset, Func<RuleDescriptor, string> pageOf)
    {
        _pageOf = pageOf;
        All = rules;
        Ruleset = ruleset;
        Areas = rules.Select(static rule => rule.Area).Distinct(StringComparer.Ordinal).ToImmutableArray();
        foreach (var rule in rules)
        {
            foreach (var name in NamesOf(rule))
            {
                _byAnyName[name] = rule;
            }
        }
    }

    /// <summary>The rules of this version of the tool.</summary>
    public static KnownRules OfCatalog() => new(RuleCatalog.Rules, RuleCatalog.CurrentRuleset, RuleCatalog.Page);

    public ImmutableArray<RuleDescriptor> All { get; }

    /// <summary>The newest ruleset.</summary>
    public int Ruleset { get; }

    public ImmutableArray<string> Areas { get; }

    /// <summary>All a rule may be called by.</summary>
    public static IEnumerable<string> NamesOf(RuleDescriptor rule) => rule.Aliases.Add(rule.Name).Add(rule.Id);

    /// <summary>Whether findings of the rule may be excepted and baselined at all.</summary>
    public static bool IsExceptable(string ruleId) => !Unexceptable.Contains(ruleId);

    /// <summary>The rule of this id, name or alias, with or without a family's suffix; null when there is none.</summary>
    public RuleDescriptor? Find(string name)
    {
        var slash = name.IndexOf('/');
        return _byAnyName.TryGetValue(slash < 0 ? name : name.Substring(0, slash), out var rule) ? rule : null;
    }

    /// <summary>The rule's id with the family's suffix that was written; null when there is no such rule.</summary>
    public string? CanonicalId(string name)
    {
        var slash = name.IndexOf('/');
        return Find(name) is { } rule ? rule.Id + (slash < 0 ? "" : name.Substring(slash)) : null;
    }

    /// <summary>What the rule's page says of its options, by name.</summary>
    public ImmutableSortedDictionary<string, string> DescribeOptions(RuleDescriptor rule) =>
        OptionDescriptions.Read(_pageOf(rule));

    /// <summary>What to do about a rule nobody knows.</summary>
    public string RemedyFor(string name)
    {
        var slash = name.IndexOf('/');
        var nearest = Spelling.Nearest(slash < 0 ? name : name.Substring(0, slash), _byAnyName.Keys);
        return nearest is null ? "Take an id or name that 'policy rules' lists" : $"Did you mean '{nearest}'?";
    }
}
