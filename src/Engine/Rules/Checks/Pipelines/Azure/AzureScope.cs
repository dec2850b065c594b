using System;
using System.Collections.Generic;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>
/// The names that expressions of a file can use. At run time the file is gone: parameters are then no more, and before the run there are
/// no jobs that ended.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/process/expressions
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/process/runtime-parameters
/// </summary>
/// <param name="loopNames">The names that <c>each</c> gives in the file.</param>
internal sealed class AzureScope(ICollection<string> loopNames)
{
    private static readonly string[] Statuses = ["always", "canceled", "failed", "succeeded", "succeededOrFailed"];
    private static readonly string[] OfTemplates =
    [
        "parameters",
        "variables",
        "resources",
        "pipeline",
        "templateContext",
    ];
    private static readonly string[] OfRuns =
    [
        "variables",
        "dependencies",
        "stageDependencies",
        "pipeline",
        "resources",
    ];

    /// <summary>Guesses names that were meant.</summary>
    public NameGuesser Names { get; } = new();

    /// <summary>Whether a function asks how what was before ended.</summary>
    public static bool IsStatus(string function) => Array.IndexOf(Statuses, function) >= 0;

    /// <summary>Why a name cannot stand here; null where it can.</summary>
    public string? WhyNot(string name, AzureExpressionKind kind)
    {
        var known = kind == AzureExpressionKind.Template ? OfTemplates : OfRuns;
        if (Contains(known, name) || (kind == AzureExpressionKind.Template && loopNames.Contains(name)))
        {
            return null;
        }

        return Contains(OfTemplates, name)
                ? $"'{name}' is known when the file is read only; write '${{{{ {name}.x }}}}' around it"
            : Contains(OfRuns, name) ? $"'{name}' is known in the run only, and this is evaluated when the file is read"
            : $"There is no '{name}' here{Names.Hint(name, known)}";
    }

    private static bool Contains(string[] names, string name) =>
        Array.Exists(names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
}
