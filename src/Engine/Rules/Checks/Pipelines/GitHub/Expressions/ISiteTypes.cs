using System.Collections.Generic;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>What a file says of the contexts its expressions use.</summary>
internal interface ISiteTypes
{
    /// <summary>The type of a context (its name in lower case) at a site.</summary>
    ExpressionType TypeOf(string context, WorkflowExpressionSite site);

    /// <summary>What is wrong with a property that is missing, where more can be said than that; or null.</summary>
    string? Explain(IReadOnlyList<string> path, WorkflowExpressionSite site);
}
