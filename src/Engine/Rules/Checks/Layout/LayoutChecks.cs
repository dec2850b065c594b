using System.Collections.Immutable;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>The checks of the area, in the order of their ids.</summary>
internal static class LayoutChecks
{
    public static ImmutableArray<Check> All { get; } =
        ImmutableArray.Create<Check>(
            new MissingTopLevelFolder(),
            new UnexpectedTopLevelEntry(),
            new MisnamedTopLevelFolder(),
            new EmptyTopLevelFolder(),
            new NotebookOutsideNotebooks(),
            new PipelineOutsideDeliveryFolder(),
            new CloudResourceOutsideCloudFolder(),
            new AzuremlPipelineOutsidePipelines(),
            new TestOutsideTests(),
            new StepsNotSeparated(),
            new StepWithoutDependencies(),
            new MissingCodeOwners(),
            new DocsWithoutMarkdown()
        );
}
