using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>
/// What an action says of its contexts. Its caller's matrix and strategy are not known; its inputs are strings.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
/// </summary>
internal sealed class ActionTypes(YamlMapping? root) : ISiteTypes
{
    private readonly ExpressionType _inputs = Inputs(root?["inputs"].Target());
    private StepTypes? _steps;

    /// <inheritdoc/>
    public ExpressionType TypeOf(string context, WorkflowExpressionSite site) =>
        context switch
        {
            "github" => ContextTypes.GitHub,
            "env" => ExpressionType.Variables,
            "runner" => ContextTypes.Runner,
            "strategy" => ContextTypes.Strategy,
            "job" => ContextTypes.Job,
            "inputs" => _inputs,
            "steps" => (_steps ??= new StepTypes(root.At("runs").At("steps"))).Before(site.Order),
            _ => ExpressionType.Any,
        };

    /// <inheritdoc/>
    public string? Explain(IReadOnlyList<string> path, WorkflowExpressionSite site)
    {
        var name = path[path.Count - 1];
        return path.Count != 2 ? null
            : Is(path[0], "inputs") && _inputs.Count == 0
                ? $"The action declares no inputs, so that there is no 'inputs.{name}'"
            : Is(path[0], "steps") && TypeOf("steps", site).Count == 0
                ? $"No step before this one has an id, so that there is no 'steps.{name}'"
            : null;
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static ExpressionType Inputs(YamlNode? inputs) =>
        inputs switch
        {
            null or YamlScalar { IsNull: true } => ExpressionType.EmptyObject,
            YamlMapping mapping => ExpressionType.Object(
                mapping
                    .Entries.Select(static entry => entry.Key)
                    .OfType<YamlScalar>()
                    .Select(static key => ContextTypes.Pair(key.Value, ExpressionType.String))
            ),
            _ => ExpressionType.Any,
        };
}
