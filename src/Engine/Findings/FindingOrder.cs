using System.Collections.Generic;
using Governance.Engine.Syntax;

namespace Governance.Engine.Findings;

/// <summary>The order of findings everywhere: path, place, rule, message.</summary>
public sealed class FindingOrder : IComparer<Finding>
{
    private FindingOrder() { }

    /// <summary>The order.</summary>
    public static FindingOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = string.CompareOrdinal(x.Location.Path, y.Location.Path);
        order =
            order != 0
                ? order
                : (x.Location.Span ?? SourceSpan.FileStart).CompareTo(y.Location.Span ?? SourceSpan.FileStart);
        order = order != 0 ? order : string.CompareOrdinal(x.RuleId, y.RuleId);
        return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
    }
}
