using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Rules;

namespace Governance.Analyzers;

/// <summary>The areas that <c>GovernanceAreas</c> names. Where it names none that exists, all are checked: better too much than nothing.</summary>
/// <param name="Known">The areas to report on; empty for all.</param>
/// <param name="Mistakes">The words that are no area.</param>
internal sealed record AreaSelection(ImmutableArray<string> Known, ImmutableArray<SettingMistake> Mistakes)
{
    /// <summary>Tells areas from other words, whatever their case.</summary>
    public static AreaSelection Of(ImmutableArray<string> words)
    {
        var known = words
            .Select(static word =>
                RuleCatalog.Areas.FirstOrDefault(area => string.Equals(area, word, StringComparison.OrdinalIgnoreCase))
            )
            .ToImmutableArray();
        return new AreaSelection(
            known.OfType<string>().ToImmutableArray(),
            words
                .Where((_, index) => known[index] is null)
                .Select(static word =>
                    SettingMistake.Word(
                        $"The property GovernanceAreas names '{word}', which is no area",
                        word,
                        RuleCatalog.Areas
                    )
                )
                .ToImmutableArray()
        );
    }
}
