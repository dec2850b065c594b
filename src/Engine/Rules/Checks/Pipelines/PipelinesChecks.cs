using System.Collections.Immutable;
using Governance.Engine.Rules.Checks.Pipelines.Azure;
using Governance.Engine.Rules.Checks.Pipelines.GitHub;

namespace Governance.Engine.Rules.Checks.Pipelines;

/// <summary>The checks of the area, in the order of their ids.</summary>
internal static class PipelinesChecks
{
    public static ImmutableArray<Check> All { get; } =
        ImmutableArray
            .Create<Check>(
                new UnreadablePipelineYaml(),
                new InvalidWorkflow(),
                new InvalidAction(),
                new InvalidWorkflowExpression(),
                new BrokenJobDependency(),
                new BrokenActionReference(),
                new DeprecatedWorkflowCommand(),
                new UnknownRunner(),
                new ConstantWorkflowCondition(),
                new ScriptInjection(),
                new BroadWorkflowPermissions(),
                new UnpinnedAction(),
                new UntrustedCheckout(),
                new SecretInWorkflow(),
                new InheritedSecrets(),
                new IneffectiveWorkflowSetting(),
                new OutdatedAction(),
                new DoubtfulWorkflowExpression(),
                new MissingWorkflowPermissions()
            )
            .AddRange(AzureChecks.All)
            .Add(new InvalidDependabotConfiguration())
            .Add(new UnreadableAzurePipeline())
            .Add(new InvalidByDialect());
}
