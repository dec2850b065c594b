using System;
using System.Collections.Immutable;

namespace Governance.Engine.Findings;

/// <summary>
/// Says how findings that share a flaw are told as one. Each keeps an identity of its own, so that exceptions, baseline and base
/// speak for it alone; what is left of a group is put together only when it is shown.
/// </summary>
/// <param name="Key">Findings of one rule with the same key belong together.</param>
/// <param name="MostSingles">So many are told one by one; more are told as one.</param>
/// <param name="Combine">Tells the findings at these places, sorted by path, as one.</param>
public sealed record FindingGroup(string Key, int MostSingles, Func<ImmutableArray<Location>, CombinedFinding> Combine);

/// <summary>What several findings say together.</summary>
/// <param name="Location">The topmost place that has to be looked at.</param>
/// <param name="Message">What is wrong: a sentence without a full stop, with the number.</param>
/// <param name="Remedy">What to do: a sentence without a full stop.</param>
/// <param name="RelatedMessage">What each of the places is.</param>
/// <param name="Fix">The mechanical remedy of all together; null where there is none.</param>
public sealed record CombinedFinding(
    Location Location,
    string Message,
    string Remedy,
    string RelatedMessage,
    Fix? Fix = null
);
