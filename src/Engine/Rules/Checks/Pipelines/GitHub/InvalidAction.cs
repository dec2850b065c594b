using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0403: metadata of an action that the runner refuses. A file is an action by its name and <c>runs</c>.</summary>
internal sealed class InvalidAction : FileCheck
{
    public override string Id => "GOV0403";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubAction);

    public override void Run(FileCheckContext context)
    {
        var yaml = context.File.Yaml;
        if (yaml.Problem is not null || yaml.RootMapping?.Mapping("runs") is null)
        {
            return;
        }

        foreach (
            var problem in DialectValidator.Validate(
                context.File.Yaml.Documents[0],
                EmbeddedDialect.Action,
                context.File.Text
            )
        )
        {
            context.Report(problem);
        }

        foreach (var steps in GitHubSteps.Lists(context.File))
        {
            StepIds.Check(steps, context);
        }
    }
}
