using System;

namespace Governance.Engine.Syntax;

/// <summary>
/// A stretch of text. Lines and columns are 1-based; columns count UTF-16 code units, as SARIF's
/// <c>columnKind: utf16CodeUnits</c> and editors do; the end is exclusive.
/// </summary>
public readonly record struct SourceSpan(int StartLine, int StartColumn, int EndLine, int EndColumn)
    : IComparable<SourceSpan>
{
    /// <summary>The first character of a file.</summary>
    public static SourceSpan FileStart { get; } = new(1, 1, 1, 1);

    /// <inheritdoc/>
    public int CompareTo(SourceSpan other)
    {
        var order = StartLine.CompareTo(other.StartLine);
        order = order != 0 ? order : StartColumn.CompareTo(other.StartColumn);
        order = order != 0 ? order : EndLine.CompareTo(other.EndLine);
        return order != 0 ? order : EndColumn.CompareTo(other.EndColumn);
    }

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator <(SourceSpan left, SourceSpan right) => left.CompareTo(right) < 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator >(SourceSpan left, SourceSpan right) => left.CompareTo(right) > 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator <=(SourceSpan left, SourceSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator >=(SourceSpan left, SourceSpan right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => $"{StartLine}:{StartColumn}-{EndLine}:{EndColumn}";
}
