using System.Collections.Immutable;

namespace Governance.Engine.Repository;

/// <summary>What one element of a <see cref="GlobSegment"/> stands for.</summary>
internal enum GlobTokenKind
{
    /// <summary>One certain character.</summary>
    Character,

    /// <summary><c>?</c>: any one character.</summary>
    AnyCharacter,

    /// <summary><c>*</c>: any number of characters.</summary>
    Star,

    /// <summary><c>[...]</c>: one character out of a set.</summary>
    Set,
}

/// <summary>Code points from the first to the last, both included.</summary>
internal readonly record struct CodePointRange(int First, int Last);

/// <summary>One element of a <see cref="GlobSegment"/>.</summary>
internal readonly struct GlobToken
{
    private readonly ImmutableArray<CodePointRange> _ranges;
    private readonly bool _negated;

    private GlobToken(GlobTokenKind kind, int codePoint, ImmutableArray<CodePointRange> ranges, bool negated)
    {
        Kind = kind;
        CodePoint = codePoint;
        _ranges = ranges;
        _negated = negated;
    }

    public static GlobToken Star { get; } = new(GlobTokenKind.Star, 0, default, false);

    public static GlobToken AnyCharacter { get; } = new(GlobTokenKind.AnyCharacter, 0, default, false);

    public GlobTokenKind Kind { get; }

    /// <summary>The character of a <see cref="GlobTokenKind.Character"/>.</summary>
    public int CodePoint { get; }

    public static GlobToken Character(int codePoint) => new(GlobTokenKind.Character, codePoint, default, false);

    public static GlobToken Set(ImmutableArray<CodePointRange> ranges, bool negated) =>
        new(GlobTokenKind.Set, 0, ranges, negated);

    /// <summary>Whether it matches one character; not for stars.</summary>
    public bool IsMatch(int codePoint)
    {
        switch (Kind)
        {
            case GlobTokenKind.Character:
                return CodePoint == codePoint;
            case GlobTokenKind.Set:
                foreach (var range in _ranges)
                {
                    if (codePoint >= range.First && codePoint <= range.Last)
                    {
                        return !_negated;
                    }
                }

                return _negated;
            default:
                return true;
        }
    }
}
