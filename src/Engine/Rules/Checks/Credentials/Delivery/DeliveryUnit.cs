using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>A workflow or pipeline, a stage or a job.</summary>
/// <param name="Path">The file.</param>
/// <param name="Fact">What the file says of it.</param>
/// <param name="Parent">What it belongs to; null for a whole file.</param>
internal sealed record DeliveryUnit(string Path, Fact Fact, DeliveryUnit? Parent)
{
    // Of most jobs nothing is said.
    private List<Fact>? _facts;

    /// <summary>Its name; empty where it has none.</summary>
    public string Name => NameOf(Fact);

    /// <summary>Whether it is a job.</summary>
    public bool IsJob => KindOf(Fact) == "job";

    /// <summary>It and what it belongs to, from the inside out.</summary>
    public IEnumerable<DeliveryUnit> Chain
    {
        get
        {
            for (var unit = this; unit is not null; unit = unit.Parent)
            {
                yield return unit;
            }
        }
    }

    /// <summary>What is said of itself: targets, starts, identities.</summary>
    public IEnumerable<Fact> Of(FactKind kind) => _facts?.Where(fact => fact.Kind == kind) ?? [];

    /// <summary>Adds what is said of it.</summary>
    public void Add(Fact fact) => (_facts ??= []).Add(fact);

    /// <summary>Whether a place of its file is in it.</summary>
    public bool Holds(SourceSpan span) => IsAtOrAfter(span, Fact.Span) && IsAtOrAfter(End(Fact.Span), End(span));

    /// <summary>The first word of a fact's value.</summary>
    public static string KindOf(Fact fact) => fact.Value.Substring(0, Blank(fact.Value));

    /// <summary>What stands behind the first word of a fact's value.</summary>
    public static string NameOf(Fact fact) =>
        Blank(fact.Value) is var blank && blank + 1 < fact.Value.Length ? fact.Value.Substring(blank + 1) : "";

    private static int Blank(string value) => value.IndexOf(' ') is var blank && blank >= 0 ? blank : value.Length;

    private static SourceSpan End(SourceSpan span) => new(span.EndLine, span.EndColumn, span.EndLine, span.EndColumn);

    private static bool IsAtOrAfter(SourceSpan span, SourceSpan other) =>
        span.StartLine > other.StartLine
        || (span.StartLine == other.StartLine && span.StartColumn >= other.StartColumn);
}
