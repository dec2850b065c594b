using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>What a workflow says of its contexts. Each is worked out when an expression asks for it.</summary>
internal sealed class WorkflowTypes : ISiteTypes
{
    private readonly YamlMapping? _root;
    private readonly InputTypes _inputs;
    private readonly Dictionary<string, JobTypes> _jobs = new(StringComparer.OrdinalIgnoreCase);
    private ExpressionType? _github;
    private ExpressionType? _jobsContext;

    public WorkflowTypes(YamlMapping? root)
    {
        _root = root;
        _inputs = new InputTypes(root?["on"].Target());
        var jobs = (root.At("jobs") as YamlMapping)?.Entries ?? ImmutableArray<YamlEntry>.Empty;
        foreach (var entry in jobs)
        {
            if (entry.Key is YamlScalar id && !_jobs.ContainsKey(id.Value))
            {
                _jobs.Add(id.Value, new JobTypes(this, entry.Value.Target() as YamlMapping));
            }
        }
    }

    /// <summary>The <c>env</c> of the workflow.</summary>
    public YamlNode? Variables => _root.At("env");

    /// <summary>The job of a name, whatever its case, or null.</summary>
    public JobTypes? Job(string? id) => id is not null && _jobs.TryGetValue(id, out var job) ? job : null;

    /// <inheritdoc/>
    public ExpressionType TypeOf(string context, WorkflowExpressionSite site) =>
        context switch
        {
            "github" => _github ??= _inputs.Payload is { } payload
                ? ContextTypes.GitHubWith(payload)
                : ContextTypes.GitHub,
            "env" or "vars" or "secrets" => ExpressionType.Variables,
            "runner" => ContextTypes.Runner,
            "strategy" => ContextTypes.Strategy,
            "job" => ContextTypes.Job,
            "jobs" => _jobsContext ??= ExpressionType.Object(
                _jobs.Select(static job => ContextTypes.Pair(job.Key, job.Value.Outcome))
            ),
            "inputs" => site.JobId is null && site.Order >= 0 ? _inputs.Before(site.Order) : _inputs.Type,
            "needs" => Job(site.JobId)?.Needs ?? ExpressionType.Any,
            "matrix" => Job(site.JobId)?.Matrix ?? ExpressionType.Any,
            "steps" => Job(site.JobId)?.Steps(site.Order) ?? ExpressionType.Any,
            _ => ExpressionType.Any,
        };

    /// <inheritdoc/>
    public string? Explain(IReadOnlyList<string> path, WorkflowExpressionSite site)
    {
        var (context, name) = (path[0].ToLowerInvariant(), path[path.Count - 1]);
        var job = Job(site.JobId);
        return (context, path.Count) switch
        {
            ("needs", 2) when Job(name) is not null =>
                $"The job '{name}' is not among the 'needs' of this job, so that nothing is known of it here",
            ("needs", 2) when job?.Needs.Count == 0 => $"This job has no 'needs', so that there is no 'needs.{name}'",
            ("needs" or "jobs", 4) when job is not null || context == "jobs" => Output(
                path[1],
                name,
                context == "jobs" ? _jobs[path[1]] : Job(path[1])
            ),
            ("steps", 2) when job?.RunsLater(name, site.Order) == true =>
                $"The step '{name}' has not run yet, so that nothing is known of it here",
            ("steps", 2) when job is not null && job.Steps(site.Order).Count == 0 =>
                $"No step before this one has an id, so that there is no 'steps.{name}'",
            ("matrix", 2) when job?.Matrix.Count == 0 => $"The job has no matrix, so that there is no 'matrix.{name}'",
            ("inputs", 2) when _inputs.Type.Count == 0 =>
                $"The workflow declares no inputs, so that there is no 'inputs.{name}'",
            _ => null,
        };
    }

    private static string? Output(string id, string name, JobTypes? job)
    {
        var outputs = job?.Outcome.Property("outputs");
        return outputs is null ? null
            : outputs.Count == 0 ? $"The job '{id}' declares no outputs, so that there is no '{name}'"
            : null;
    }
}
