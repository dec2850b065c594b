using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;

namespace Governance.Engine.Policy;

/// <summary>What a verdict is made from.</summary>
public sealed record JudgeInput
{
    /// <summary>All findings, as <see cref="Fingerprinting.Assign"/> left them.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The policy of the run.</summary>
    public required EffectivePolicy Policy { get; init; }

    /// <summary>The comments that except something, sorted ordinally by path.</summary>
    public ImmutableArray<FileExceptions> InlineExceptions { get; init; } = ImmutableArray<FileExceptions>.Empty;

    /// <summary>The baseline; null where there is none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>What a change is compared with; null to judge the whole repository.</summary>
    public JudgeBase? Base { get; init; }

    /// <summary>Today in UTC; a time of day is ignored.</summary>
    public required DateTime Today { get; init; }

    /// <summary>The rules that had their say: of others nothing is known, so that no exception of theirs is called needless.</summary>
    public required IReadOnlyCollection<string> RulesThatRan { get; init; }

    /// <summary>
    /// Whether something stands at a path. A baseline's entry follows its content to another path only where nothing
    /// stands at its own any more.
    /// </summary>
    public Func<string, bool> PathExists { get; init; } = static _ => true;
}

/// <summary>The state a change grew out of.</summary>
public sealed record JudgeBase
{
    /// <summary>The findings of that state under the policy of the run, as <see cref="Fingerprinting.Assign"/> left them.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>That state's own policy, whose exceptions were expired or needless before the change or were not.</summary>
    public required EffectivePolicy Policy { get; init; }

    /// <summary>That state's comments that except something, sorted ordinally by path.</summary>
    public ImmutableArray<FileExceptions> InlineExceptions { get; init; } = ImmutableArray<FileExceptions>.Empty;

    /// <summary>That state's baseline; null where it had none, so that the change may bring the first one.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>New path to old path, for what the change renamed.</summary>
    public IReadOnlyDictionary<string, string> Renames { get; init; } = ImmutableDictionary<string, string>.Empty;
}
