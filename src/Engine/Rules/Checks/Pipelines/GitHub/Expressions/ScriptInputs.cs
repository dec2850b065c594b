using System;
using System.Collections.Immutable;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>The places whose text is run as code: <c>run</c>, and inputs of actions that say so in their own documentation.</summary>
internal static class ScriptInputs
{
    private static readonly ImmutableArray<(string Action, string Input)> Known = ImmutableArray.Create(
        ("actions/github-script", "script"),
        ("azure/cli", "inlineScript"),
        ("azure/powershell", "inlineScript"),
        ("addnab/docker-run-action", "run"),
        ("addnab/docker-run-action", "options"),
        ("Amadevus/pwsh-script", "script"),
        ("appleboy/ssh-action", "script"),
        ("cardinalby/js-eval-action", "expression"),
        ("jannekem/run-python-script-action", "script"),
        ("mikefarah/yq", "cmd"),
        ("nick-fields/retry", "command")
    );

    /// <summary>Whether the text of a site is run as code.</summary>
    public static bool IsScript(WorkflowExpressionSite site) =>
        site.Place switch
        {
            "jobs.<job_id>.steps.run" => true,
            "runs.steps" => site.Key == "run",
            "jobs.<job_id>.steps.with" or "runs.steps.with" => IsKnown(site.Step?.Text("uses"), site.Key),
            _ => false,
        };

    private static bool IsKnown(string? uses, string? input)
    {
        foreach (var (action, name) in Known)
        {
            if (
                uses is not null
                && uses.Length > action.Length
                && uses[action.Length] == '@'
                && uses.StartsWith(action, StringComparison.OrdinalIgnoreCase)
                && string.Equals(name, input, StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }
}
