using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>
/// Which contexts and functions a place may use.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability, and for what is not in that table
/// the schemas that GitHub's own runner reads workflows and actions by (https://github.com/actions/runner).
/// </summary>
/// <param name="Contexts">The names of the contexts.</param>
/// <param name="AllowsStatus">Whether <c>success</c>, <c>failure</c>, <c>always</c> and <c>cancelled</c> are known.</param>
/// <param name="AllowsHashFiles">Whether <c>hashFiles</c> is known.</param>
internal sealed record ContextAvailability(
    ImmutableArray<string> Contexts,
    bool AllowsStatus = false,
    bool AllowsHashFiles = false
)
{
    private static readonly ImmutableArray<string> OfFile = Names("github inputs vars");
    private static readonly ImmutableArray<string> OfJob = Names("github inputs vars needs strategy matrix");
    private static readonly ImmutableArray<string> OfRunner = OfJob.AddRange(Names("job runner env"));
    private static readonly ImmutableArray<string> OfStep = OfRunner.AddRange(Names("secrets steps"));
    private static readonly ImmutableArray<string> OfAction = Names(
        "github inputs strategy matrix steps job runner env"
    );

    private static readonly ContextAvailability Step = new(OfStep, AllowsHashFiles: true);
    private static readonly ContextAvailability ActionStep = new(OfAction, AllowsHashFiles: true);

    private static readonly ImmutableDictionary<string, ContextAvailability> ByPlace = new Dictionary<
        string,
        ContextAvailability
    >
    {
        ["run-name"] = new(OfFile),
        ["concurrency"] = new(OfFile),
        ["env"] = new(OfFile.Add("secrets")),
        ["on.workflow_call.inputs.<inputs_id>.default"] = new(OfFile),
        ["on.workflow_call.outputs.<output_id>.value"] = new(OfFile.Add("jobs")),
        ["jobs.<job_id>.name"] = new(OfJob),
        ["jobs.<job_id>.if"] = new(OfFile.Add("needs"), AllowsStatus: true),
        ["jobs.<job_id>.runs-on"] = new(OfJob),
        ["jobs.<job_id>.concurrency"] = new(OfJob),
        ["jobs.<job_id>.container"] = new(OfJob),
        ["jobs.<job_id>.container.image"] = new(OfJob),
        ["jobs.<job_id>.container.credentials"] = new(OfJob.AddRange(Names("env secrets"))),
        ["jobs.<job_id>.container.env.<env_id>"] = new(OfRunner.Add("secrets")),
        ["jobs.<job_id>.continue-on-error"] = new(OfJob),
        ["jobs.<job_id>.defaults.run"] = new(OfJob.Add("env")),
        ["jobs.<job_id>.env"] = new(OfJob.Add("secrets")),
        ["jobs.<job_id>.environment"] = new(OfJob),
        ["jobs.<job_id>.environment.url"] = new(OfRunner.Add("steps")),
        ["jobs.<job_id>.outputs.<output_id>"] = new(OfStep),
        ["jobs.<job_id>.secrets.<secrets_id>"] = new(OfJob.Add("secrets")),
        ["jobs.<job_id>.services"] = new(OfJob),
        ["jobs.<job_id>.services.<service_id>.credentials"] = new(OfJob.AddRange(Names("env secrets"))),
        ["jobs.<job_id>.services.<service_id>.env.<env_id>"] = new(OfRunner.Add("secrets")),
        ["jobs.<job_id>.snapshot.if"] = new(OfRunner.Add("steps"), AllowsStatus: true, AllowsHashFiles: true),
        ["jobs.<job_id>.strategy"] = new(OfFile.Add("needs")),
        ["jobs.<job_id>.timeout-minutes"] = new(OfJob),
        ["jobs.<job_id>.with.<with_id>"] = new(OfJob),
        ["jobs.<job_id>.steps.if"] = new(OfRunner.Add("steps"), AllowsStatus: true, AllowsHashFiles: true),
        ["jobs.<job_id>.steps.continue-on-error"] = Step,
        ["jobs.<job_id>.steps.env"] = Step,
        ["jobs.<job_id>.steps.name"] = Step,
        ["jobs.<job_id>.steps.run"] = Step,
        ["jobs.<job_id>.steps.timeout-minutes"] = Step,
        ["jobs.<job_id>.steps.with"] = Step,
        ["jobs.<job_id>.steps.working-directory"] = Step,
        ["inputs.<input_id>.default"] = new(Names("github strategy matrix job runner"), AllowsHashFiles: true),
        ["outputs.<output_id>.value"] = new(OfAction),
        ["runs.steps"] = ActionStep,
        ["runs.steps.env"] = ActionStep,
        ["runs.steps.with"] = ActionStep,
        ["runs.steps.if"] = ActionStep with { AllowsStatus = true },
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ContextAvailability Nothing = new(ImmutableArray<string>.Empty);

    /// <summary>All contexts there are.</summary>
    public static ImmutableArray<string> All { get; } = OfStep.Add("jobs");

    /// <summary>What a place may use; nothing where the place is not known.</summary>
    public static ContextAvailability At(string place) =>
        ByPlace.TryGetValue(place, out var availability) ? availability : Nothing;

    /// <summary>Whether a context may be used, whatever its name's case.</summary>
    public bool Allows(string context) =>
        Contexts.IndexOf(context, 0, Contexts.Length, StringComparer.OrdinalIgnoreCase) >= 0;

    private static ImmutableArray<string> Names(string names) => names.Split(' ').ToImmutableArray();
}
