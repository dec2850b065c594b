using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0402: a workflow that GitHub refuses or reads otherwise than written, by its structure.</summary>
internal sealed class InvalidWorkflow : FileCheck
{
    public override string Id => "GOV0402";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubWorkflow);

    public override void Run(FileCheckContext context)
    {
        if (context.File.Yaml.Problem is not null)
        {
            return;
        }

        if (context.File.Yaml.Documents.IsEmpty)
        {
            context.Report(null, "The workflow is empty", "Write a workflow, or remove the file", "empty");
            return;
        }

        foreach (var problem in WorkflowFile.Of(context.File).Problems)
        {
            if (!GitHubFormats.IsAdvice(problem.Format))
            {
                context.Report(problem);
            }
        }

        WorkflowInputs.Check(WorkflowFile.Of(context.File), context);
        foreach (var steps in GitHubSteps.Lists(context.File))
        {
            StepIds.Check(steps, context);
        }
    }
}
