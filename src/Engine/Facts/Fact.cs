using Governance.Engine.Syntax;

namespace Governance.Engine.Facts;

/// <summary>
/// Something one file declares or refers to. Flat on purpose: it is kept by blob id, and read by checks that never see
/// the file's text.
/// </summary>
/// <param name="Kind">What is declared or referred to.</param>
/// <param name="Value">Its name, type or target, as written; empty where there is none.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Owner">The index, in the file's list of facts, of the declaration this one belongs to; -1 for none.</param>
public sealed record Fact(FactKind Kind, string Value, SourceSpan Span, int Owner = Fact.NoOwner)
{
    /// <summary>The <see cref="Owner"/> of a fact that belongs to the file as a whole.</summary>
    public const int NoOwner = -1;
}
