using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Reporting;

/// <summary>A stretch of text by offset.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The offset behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The stretches that cover the same text, sorted and apart from each other; empty ones are left out.</summary>
    public static ImmutableArray<TextRange> Union(IEnumerable<TextRange> ranges)
    {
        var united = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var range in ranges.Where(static one => one.Length > 0).OrderBy(static one => one.Start))
        {
            if (united.Count > 0 && range.Start < united[united.Count - 1].End)
            {
                var last = united[united.Count - 1];
                united[united.Count - 1] = last with { Length = Math.Max(last.End, range.End) - last.Start };
            }
            else
            {
                united.Add(range);
            }
        }

        return united.ToImmutable();
    }
}
