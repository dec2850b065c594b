using System.Collections.Immutable;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>The checks of Azure Pipelines, in the order of their ids.</summary>
internal static class AzureChecks
{
    public static ImmutableArray<Check> All { get; } =
        ImmutableArray.Create<Check>(
            new InvalidAzurePipeline(),
            new BrokenTemplateReference(),
            new BrokenPipelineDependency(),
            new InvalidTaskInputs(),
            new IneffectiveBranchGate(),
            new EnvironmentKnownAtRunTime(),
            new InvalidAzureExpression(),
            new UndeclaredTemplateParameter()
        );
}
