using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>What an expression can refer to at a site of a workflow or action.</summary>
internal sealed class SiteScope(ISiteTypes types, WorkflowExpressionSite site) : IExpressionScope
{
    private readonly ContextAvailability _availability = ContextAvailability.At(site.Place);

    public FunctionTable Functions => GitHubFunctions.Table;

    public IEnumerable<string> Contexts => ContextAvailability.All;

    public string Place => site.Place == WorkflowExpressionSites.Nowhere ? "here" : $"in '{site.Place}'";

    public string AvailableContexts =>
        string.Join(", ", _availability.Contexts.OrderBy(static name => name, StringComparer.Ordinal));

    public ExpressionType? TypeOf(string context) =>
        Contexts.Contains(context, StringComparer.OrdinalIgnoreCase)
            ? types.TypeOf(context.ToLowerInvariant(), site)
            : null;

    public bool IsAvailable(string context) => _availability.Allows(context);

    public bool IsAvailable(ExpressionFunction function) =>
        function.Name == "hashFiles" ? _availability.AllowsHashFiles : _availability.AllowsStatus;

    // Jobs share steps more often than rows of a matrix; what a row may have is then written with its default.
    public bool IsOptional(string context) => string.Equals(context, "matrix", StringComparison.OrdinalIgnoreCase);

    public string? Explain(IReadOnlyList<string> path) => types.Explain(path, site);
}
