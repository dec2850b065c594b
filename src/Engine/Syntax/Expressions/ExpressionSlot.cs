namespace Governance.Engine.Syntax.Expressions;

/// <summary>When a placeholder is filled in.</summary>
internal enum ExpressionSlotKind
{
    /// <summary><c>${{ }}</c>: the only one GitHub has; at Azure Pipelines before the run starts.</summary>
    Template,

    /// <summary><c>$[ ]</c> of Azure Pipelines: in the run; it is the whole value.</summary>
    Runtime,

    /// <summary><c>$(name)</c> of Azure Pipelines: before a task runs. It holds a name and no expression, and stays as it is
    /// where no variable has the name.</summary>
    Macro,
}

/// <summary>A placeholder in a text.</summary>
/// <param name="Kind">What kind of.</param>
/// <param name="Start">The offset of its <c>$</c>.</param>
/// <param name="End">The offset behind its closing brackets.</param>
/// <param name="ContentStart">The offset behind its opening brackets.</param>
/// <param name="ContentEnd">The offset of its closing brackets; the text's length where they are missing.</param>
internal readonly record struct ExpressionSlot(
    ExpressionSlotKind Kind,
    int Start,
    int End,
    int ContentStart,
    int ContentEnd
)
{
    /// <summary>Whether the placeholder is closed.</summary>
    public bool IsClosed => End > ContentEnd;
}
