namespace Governance.Engine.Syntax.Expressions;

/// <summary>Whose expressions are read. Both grew out of one; what they took on since differs.</summary>
internal enum ExpressionGrammar
{
    /// <summary>
    /// GitHub Actions: operators beside functions.
    /// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
    /// </summary>
    GitHub,

    /// <summary>
    /// Azure Pipelines: functions alone, and versions as literals.
    /// https://learn.microsoft.com/azure/devops/pipelines/process/expressions
    /// </summary>
    Azure,
}

/// <summary>What is wrong with an expression, and where.</summary>
/// <param name="Start">The offset in the text the expression was read from.</param>
/// <param name="Length">How many characters of it.</param>
/// <param name="Message">A sentence for people without a full stop.</param>
internal readonly record struct ExpressionProblem(int Start, int Length, string Message)
{
    /// <summary>Whether the service accepts it, and makes something else of it than was meant: an unknown property is empty.</summary>
    public bool IsDoubt { get; init; }

    /// <summary>What to do about it: an imperative sentence without a full stop. Null where the message says it.</summary>
    public string? Remedy { get; init; }
}
