using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>
/// The contexts that are the same in every file.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/contexts
/// </summary>
internal static class ContextTypes
{
    // Behind the gap stand properties that the runner sets and the page does not name.
    private const string GitHubTexts =
        "action action_path action_ref action_repository action_status actor actor_id api_url artifacts artifacts_list base_ref env"
        + " event_name event_path graphql_url head_ref job path ref ref_name ref_type repository repository_id repository_owner"
        + " repository_owner_id repositoryUrl retention_days run_id run_number run_attempt secret_source server_url sha token"
        + " triggering_actor workflow workflow_ref workflow_sha workspace"
        + " artifact_cache_size_limit enterprise enterprise_id job_workflow_sha output repository_visibility state step_summary";

    // 'workspace' and 'perflog' are not on the page, and set by every runner.
    private const string RunnerTexts = "name os arch temp tool_cache debug environment workspace perflog";

    /// <summary>The result and outputs of a step.</summary>
    public static ExpressionType Step { get; } =
        ExpressionType.Object(
            ("outputs", ExpressionType.StringMap),
            ("outcome", ExpressionType.String),
            ("conclusion", ExpressionType.String)
        );

    /// <summary>The <c>runner</c> context.</summary>
    public static ExpressionType Runner { get; } = ExpressionType.Object(Texts(RunnerTexts));

    /// <summary>The <c>strategy</c> context.</summary>
    public static ExpressionType Strategy { get; } =
        ExpressionType.Object(
            ("fail-fast", ExpressionType.Bool),
            ("job-index", ExpressionType.Number),
            ("job-total", ExpressionType.Number),
            ("max-parallel", ExpressionType.Number)
        );

    /// <summary>The <c>job</c> context.</summary>
    public static ExpressionType Job { get; } =
        ExpressionType.Object(
            ("check_run_id", ExpressionType.Number),
            ("container", Container()),
            ("services", ExpressionType.Map(Container(("ports", ExpressionType.StringMap)))),
            ("status", ExpressionType.String),
            ("workflow_ref", ExpressionType.String),
            ("workflow_sha", ExpressionType.String),
            ("workflow_repository", ExpressionType.String),
            ("workflow_file_path", ExpressionType.String)
        );

    /// <summary>The <c>github</c> context of a file whose events are not known.</summary>
    public static ExpressionType GitHub { get; } = GitHubWith(ExpressionType.OpenObject);

    /// <summary>The <c>github</c> context with an event of a type.</summary>
    public static ExpressionType GitHubWith(ExpressionType payload) =>
        ExpressionType.Object(
            Texts(GitHubTexts).Append(Pair("event", payload)).Append(Pair("ref_protected", ExpressionType.Bool))
        );

    /// <summary>What jobs know of another job: its result, and its outputs by name.</summary>
    public static ExpressionType Outcome(ExpressionType outputs) =>
        ExpressionType.Object(("result", ExpressionType.String), ("outputs", outputs));

    /// <summary>A pair of a name and a type.</summary>
    public static NamedType Pair(string name, ExpressionType type) => new(name, type);

    private static ExpressionType Container(params (string Name, ExpressionType Type)[] more) =>
        ExpressionType.Object(
            new[] { ("id", ExpressionType.String), ("network", ExpressionType.String) }.Concat(more).ToArray()
        );

    private static ImmutableArray<NamedType> Texts(string names) =>
        names.Split(' ').Select(static name => Pair(name, ExpressionType.String)).ToImmutableArray();
}
