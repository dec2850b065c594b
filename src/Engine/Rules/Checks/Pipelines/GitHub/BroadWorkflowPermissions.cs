using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0411: the token of a workflow or job may do everything, or read everything, or each job what one job needs.</summary>
internal sealed class BroadWorkflowPermissions : FileCheck
{
    public override string Id => "GOV0411";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubWorkflow);

    public override void Run(FileCheckContext context)
    {
        var workflow = WorkflowFile.Of(context.File);
        Check(workflow.Root, "the workflow", context);
        CheckShared(workflow, context);
        foreach (var job in workflow.Jobs)
        {
            Check(job.Value as YamlMapping, $"job '{(job.Key as YamlScalar)?.Value}'", context);
        }
    }

    // Of one job that has the permissions of the workflow they are its own.
    private static void CheckShared(WorkflowFile workflow, FileCheckContext context)
    {
        if (workflow.Root?.Mapping("permissions") is not { } permissions)
        {
            return;
        }

        var jobs = workflow.Jobs.Count(static job => job.Value is YamlMapping mapping && !mapping.Has("permissions"));
        foreach (var entry in jobs < 2 ? ImmutableArray<YamlEntry>.Empty : permissions.Entries)
        {
            if (entry.Value.AsScalar() is { Value: "write" } && entry.Key is YamlScalar permission)
            {
                context.Report(
                    permission.Span,
                    permission.Value == "id-token"
                        ? $"Each of {jobs} jobs may sign in to a cloud as what the cloud trusts this workflow to be: 'id-token: write' stands at the top"
                        : $"Each of {jobs} jobs may change what one of them needs to: '{permission.Value}: write' stands at the top",
                    "Write 'permissions' at the jobs that need it; what such a job does not list is none",
                    permission.Value,
                    atMost: Severity.Note
                );
            }
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
