using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0411: the token of a workflow or job may do everything, or read everything.</summary>
internal sealed class BroadWorkflowPermissions : FileCheck
{
    public override string Id => "GOV0411";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubWorkflow);

    public override void Run(FileCheckContext context)
    {
        var workflow = WorkflowFile.Of(context.File);
        Check(workflow.Root, "the workflow", context);
        foreach (var job in workflow.Jobs)
        {
            Check(job.Value as YamlMapping, $"job '{(job.Key as YamlScalar)?.Value}'", context);
        }
    }

    private static void Check(YamlMapping? owner, string what, FileCheckContext context)
    {
        if (owner?["permissions"].AsScalar() is { Value: "write-all" or "read-all" } all)
        {
            var may =
                all.Value == "write-all" ? "change everything in the repository" : "read everything in the repository";
            context.Report(
                all.Span,
                $"The token of {what} may {may}",
                "List the permissions it needs, such as 'contents: read'",
                all.Value
            );
        }
    }
}
