using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0416: something in a workflow that GitHub accepts and that does nothing, or not what it seems to.</summary>
internal sealed class IneffectiveWorkflowSetting : FileCheck
{
    public override string Id => "GOV0416";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubWorkflow);

    public override void Run(FileCheckContext context)
    {
        var workflow = WorkflowFile.Of(context.File);
        foreach (var problem in workflow.Problems.Where(static problem => GitHubFormats.IsAdvice(problem.Format)))
        {
            context.Report(problem);
        }

        if (workflow.Root?.Mapping("on") is { } triggers)
        {
            CheckSchedules(triggers, context);
            CheckDefaults(triggers, context);
        }

        UnusedAnchors.Check(context);
        foreach (var job in workflow.Jobs.Select(static job => job.Value).OfType<YamlMapping>())
        {
            MatrixExclusions.Check(job, context);
        }
    }

    // https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
    private static void CheckSchedules(YamlMapping triggers, FileCheckContext context)
    {
        foreach (var schedule in triggers.Sequence("schedule")?.Mappings() ?? [])
        {
            if (schedule["cron"].AsScalar() is { } cron && CronFormat.IsTooFrequent(cron.Value))
            {
                context.Report(
                    cron.Span,
                    "GitHub runs a schedule every five minutes at most",
                    "Write '*/5' in place of the minutes, or a longer interval",
                    cron.Value
                );
            }
        }
    }

    private static void CheckDefaults(YamlMapping triggers, FileCheckContext context)
    {
        foreach (var entry in WorkflowInputs.Inputs(triggers, "workflow_call"))
        {
            var input = (YamlMapping)entry.Value;
            if (input.Text("required") == "true" && input["default"].AsScalar() is { } unused)
            {
                context.Report(
                    unused.Span,
                    $"The default of '{((YamlScalar)entry.Key).Value}' is never used: callers must give a value",
                    "Remove the default, or 'required: true'",
                    unused.Value
                );
            }
        }
    }
}
