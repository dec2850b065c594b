using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Rules;

namespace Governance.Engine.Policy;

/// <summary>The policy of one repository on one day, all layers applied: what the run and the verdict go by.</summary>
public sealed record EffectivePolicy
{
    /// <summary>The settings of every rule of the catalogue, by id.</summary>
    public required IReadOnlyDictionary<string, RuleSettings> Rules { get; init; }

    /// <summary>What the repository is for.</summary>
    public RepositoryKind Kind { get; init; }

    /// <summary>The forge that the policy names; unknown where it leaves that to the remote.</summary>
    public Forge Forge { get; init; }

    /// <summary>The ruleset the verdicts are pinned to.</summary>
    public int Ruleset { get; init; } = RuleCatalog.CurrentRuleset;

    /// <summary>The names of the mandated folders.</summary>
    public LayoutSettings Layout { get; init; } = LayoutSettings.Default;

    /// <summary>How production is recognised.</summary>
    public ProductionSettings Production { get; init; } = ProductionSettings.Default;

    /// <summary>The dialects of YAML files that are declared, the organisation's first.</summary>
    public ImmutableArray<DeclaredDialect> Dialects { get; init; } = ImmutableArray<DeclaredDialect>.Empty;

    /// <summary>The exceptions, in the order declared.</summary>
    public ImmutableArray<PolicyException> Exceptions { get; init; } = ImmutableArray<PolicyException>.Empty;

    /// <summary>Whether comments in files may except findings of rules that are not locked.</summary>
    public bool InlineExceptionsAllowed { get; init; } = true;

    /// <summary>What the organisation demands of exceptions; those of governance.yml that fall short are left out already.</summary>
    public ExceptionRules ExceptionRules { get; init; } = ExceptionRules.None;

    /// <summary>Whether a rule is meant for repositories of this kind.</summary>
    public bool Applies(RuleDescriptor rule) => rule.Kinds.IsEmpty || rule.Kinds.Contains(SettingWords.Of(Kind));
}
