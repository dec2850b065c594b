using System.Collections.Immutable;

namespace Governance.Engine.Secrets.Detection;

/// <summary>A part of a detector's pattern, as <see cref="PatternReader"/> takes it apart.</summary>
internal abstract record PatternPart
{
    private PatternPart() { }

    /// <summary>One character.</summary>
    /// <param name="Members">Which.</param>
    internal sealed record One(SignSet Members) : PatternPart;

    /// <summary>Parts one after the other; none for a place between characters.</summary>
    /// <param name="Parts">The parts.</param>
    internal sealed record Row(ImmutableArray<PatternPart> Parts) : PatternPart;

    /// <summary>One of several.</summary>
    /// <param name="Branches">The parts to choose from.</param>
    internal sealed record Choice(ImmutableArray<PatternPart> Branches) : PatternPart;

    /// <summary>A part that may come again.</summary>
    /// <param name="Part">The part.</param>
    /// <param name="Least">How often at least.</param>
    /// <param name="Most">How often at most; <see cref="int.MaxValue"/> without bound.</param>
    internal sealed record Repeat(PatternPart Part, int Least, int Most) : PatternPart;

    /// <summary>A part that is not gone back into.</summary>
    /// <param name="Part">The part.</param>
    internal sealed record Atomic(PatternPart Part) : PatternPart;

    /// <summary>What takes no character: it looks ahead or back.</summary>
    /// <param name="Part">What it looks for.</param>
    internal sealed record Look(PatternPart Part) : PatternPart;

    /// <summary>What was found before, once more.</summary>
    internal sealed record Again : PatternPart;
}
