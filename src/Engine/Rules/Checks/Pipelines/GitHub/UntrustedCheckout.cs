using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.GitHub;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>
/// GOV0413: a workflow with the repository's secrets checks out what a stranger proposes.
/// https://docs.github.com/en/actions/reference/security/secure-use
/// https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
/// </summary>
internal sealed class UntrustedCheckout : FileCheck
{
    private const string Privileged = "pull_request_target";

    private static readonly string[] Heads =
    [
        "github.event.pull_request.head.",
        "github.head_ref",
        "github.event.pull_request.merge_commit_sha",
        "refs/pull/",
    ];

    private static readonly string[] Decisions =
    [
        "head.repo",
        "author_association",
        "label",
        "github.actor",
        "user.login",
    ];

    public override string Id => "GOV0413";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubWorkflow);

    public override void Run(FileCheckContext context)
    {
        var workflow = WorkflowFile.Of(context.File);
        if (!HasTrigger(workflow.Root?["on"], Privileged))
        {
            return;
        }

        foreach (var job in workflow.Jobs.Select(static job => job.Value).OfType<YamlMapping>())
        {
            if (!IsGuarded(job))
            {
                Check(job, context);
            }
        }
    }

    private static void Check(YamlMapping job, FileCheckContext context)
    {
        foreach (var step in job.Sequence("steps")?.Mappings() ?? [])
        {
            if (
                !IsGuarded(step)
                && step["uses"] is YamlScalar uses
                && ActionReference.Parse(uses)?.Is("actions/checkout") == true
                && Head(step.Mapping("with")) is { } head
            )
            {
                context.Report(
                    head.Span,
                    $"'{Privileged}' runs with the repository's secrets, and this step checks out what the author of the pull request wrote",
                    $"Use 'pull_request' for what builds or tests the change; let '{Privileged}' read the change as data only",
                    head.Value
                );
            }
        }
    }

    // A condition about the author, the head's repository or a label, or an environment with its reviewers, is somebody's decision.
    private static bool IsGuarded(YamlMapping place) =>
        place.Has("environment")
        || (place.Text("if") is { } condition && Decisions.Any(word => condition.Contains(word)));

    private static YamlScalar? Head(YamlMapping? with) =>
        new[] { with?["ref"], with?["repository"] }
            .OfType<YamlScalar>()
            .FirstOrDefault(static value => Heads.Any(head => value.Value.Contains(head)));

    private static bool HasTrigger(YamlNode? on, string name) =>
        on switch
        {
            YamlMapping triggers => triggers.Has(name),
            YamlSequence list => list.Items.Any(item => item.AsScalar()?.Value == name),
            _ => on.AsScalar()?.Value == name,
        };
}
