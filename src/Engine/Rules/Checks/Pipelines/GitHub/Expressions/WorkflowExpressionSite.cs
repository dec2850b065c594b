using System.Collections.Immutable;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>A scalar of a workflow or action that may hold expressions.</summary>
/// <param name="Scalar">The scalar.</param>
/// <param name="Place">The place, as GitHub's table of available contexts names it.</param>
/// <param name="Expected">The kinds of values that one expression alone may have here.</param>
internal sealed record WorkflowExpressionSite(YamlScalar Scalar, string Place, ValueKinds Expected)
{
    /// <summary>The keys of which an object must have one to make sense here; empty where any object does.</summary>
    public ImmutableArray<string> Keys { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether the value is a condition, which needs no <c>${{ }}</c>.</summary>
    public bool IsCondition { get; init; }

    /// <summary>The name of the job it belongs to; null outside of jobs.</summary>
    public string? JobId { get; init; }

    /// <summary>
    /// The number of the step in its job from 0, or of the input whose default this is: what comes before is known. -1 where
    /// all is known.
    /// </summary>
    public int Order { get; init; } = -1;

    /// <summary>The step it belongs to, or null.</summary>
    public YamlMapping? Step { get; init; }

    /// <summary>The key it stands under, or null.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a value of a type makes sense here.</summary>
    public bool Accepts(ExpressionType type)
    {
        if ((type.Kind & Expected) == 0)
        {
            return false;
        }

        if (type.Kind != ValueKinds.Object || Keys.IsEmpty || type.Rest is not null || type.Count == 0)
        {
            return true;
        }

        foreach (var key in Keys)
        {
            if (type.Property(key) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
