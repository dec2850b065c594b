using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;

namespace Governance.Engine.Rules;

/// <summary>What a <see cref="RepositoryCheck"/> sees: the paths, the facts, the policy and the rule's options.</summary>
public sealed class RepositoryCheckContext
{
    private readonly string _ruleId;
    private readonly List<Finding> _findings;

    internal RepositoryCheckContext(
        string ruleId,
        RepositoryView repository,
        EffectivePolicy policy,
        RuleOptions options,
        List<Finding> findings
    )
    {
        _ruleId = ruleId;
        _findings = findings;
        Repository = repository;
        Policy = policy;
        Options = options;
    }

    /// <summary>The repository's paths and facts.</summary>
    public RepositoryView Repository { get; }

    /// <summary>The policy of the run.</summary>
    public EffectivePolicy Policy { get; }

    /// <summary>The names of the mandated folders.</summary>
    public LayoutSettings Layout => Policy.Layout;

    /// <summary>What belongs to production, by the policy of the run.</summary>
    internal ProductionScope Production => Repository.Once(_ => new ProductionScope(Policy.Production));

    /// <summary>The rule's options, with the policy's values over the page's defaults.</summary>
    public RuleOptions Options { get; }

    /// <summary>The reason why the rule's answer could not be known; null when it could.</summary>
    internal string? UnavailableBecause { get; private set; }

    /// <summary>The reason why the rule has nothing to judge here; null when it has.</summary>
    internal string? NotApplicableBecause { get; private set; }

    /// <summary>Says that the answer cannot be known from the repository.</summary>
    /// <param name="reason">Why, and where the answer is: a sentence without a full stop.</param>
    public void NotAvailable(string reason) => UnavailableBecause = reason;

    /// <summary>Says that the repository has nothing this rule is about.</summary>
    /// <param name="reason">Why: a sentence without a full stop.</param>
    public void NotApplicable(string reason) => NotApplicableBecause = reason;

    /// <summary>Reports a flaw.</summary>
    /// <param name="location">Where.</param>
    /// <param name="message">What is wrong: a sentence without a full stop.</param>
    /// <param name="remedy">What to do: a sentence without a full stop.</param>
    /// <param name="content">The flagged content, from which the fingerprint is made.</param>
    /// <param name="fix">The mechanical remedy; null where there is none.</param>
    /// <param name="related">Further places, in the order worth reading.</param>
    /// <param name="group">How it is told together with others of its kind; null where it always stands alone.</param>
    /// <param name="fixWithheldBecause">Why the usual fix is not offered, as half a sentence; null where it is or never was.</param>
    /// <param name="family">What stands behind the rule's id and a slash; null for nothing.</param>
    /// <param name="atMost">The severity it has at the worst; null for the rule's.</param>
    public void Report(
        Location location,
        string message,
        string remedy,
        string content,
        Fix? fix = null,
        ImmutableArray<RelatedLocation> related = default,
        FindingGroup? group = null,
        string? fixWithheldBecause = null,
        string? family = null,
        Severity? atMost = null
    ) =>
        _findings.Add(
            new Finding
            {
                RuleId = RuleFamily.Id(_ruleId, family),
                AtMost = atMost,
                Message = message,
                Remedy = remedy,
                Location = location,
                Content = content,
                Fixes = fix is null ? ImmutableArray<Fix>.Empty : ImmutableArray.Create(fix),
                Related = related.IsDefault ? ImmutableArray<RelatedLocation>.Empty : related,
                Group = group,
                FixWithheldBecause = fixWithheldBecause,
            }
        );
}
