using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0419: jobs whose token has whatever permissions the repository's or organisation's settings give.</summary>
internal sealed class MissingWorkflowPermissions : FileCheck
{
    public override string Id => "GOV0419";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubWorkflow);

    public override void Run(FileCheckContext context)
    {
        var workflow = WorkflowFile.Of(context.File);
        if (workflow.Root is not { } root || root.Has("permissions") || IsOnlyCalled(root))
        {
            return;
        }

        var without = workflow
            .Jobs.Where(static job => job.Value is YamlMapping mapping && !mapping.Has("permissions"))
            .Select(static job => job.Key as YamlScalar)
            .OfType<YamlScalar>()
            .ToList();
        if (without.Count > 0)
        {
            context.Report(
                root.Find("jobs")!.Key.Span,
                without.Count == 1
                    ? $"The token of job '{without[0].Value}' has whatever permissions the repository's settings give"
                    : $"The tokens of {without.Count} jobs have whatever permissions the repository's settings give",
                "Write 'permissions: { contents: read }' at the top of the workflow, and what else a job needs at the job",
                "permissions"
            );
        }
    }

    // What is only called has the permissions of its caller at most.
    private static bool IsOnlyCalled(YamlMapping root) =>
        root["on"] switch
        {
            YamlMapping triggers => triggers.Entries.All(static entry =>
                (entry.Key as YamlScalar)?.Value == "workflow_call"
            ),
            YamlSequence list => list.Items.All(static item => item.AsScalar()?.Value == "workflow_call"),
            { } node => node.AsScalar()?.Value == "workflow_call",
            null => false,
        };
}
