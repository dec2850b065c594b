using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Facts;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class AzuremlPipelineOutsidePipelines : MisplacedFilesCheck
{
    public override string Id => "GOV0108";

    public override string Role => FolderRole.Pipelines;

    protected override string Noun => "Azure ML pipeline";

    protected override IEnumerable<Place> Find(RepositoryCheckContext context) =>
        context
            .Repository.Facts(FactKind.AzureMLPipeline)
            .Where(fact => !context.Repository.Has(fact.Path, FactKind.DatabricksNotebook))
            .Select(static fact => new Place(fact.Path, fact.Fact.Span));

    protected override string Remedy(RepositoryCheckContext context, PathGroup group, LayoutMap map) =>
        $"Move {group.Pronoun} to '{map.Target(Role)}', and mend the paths in {group.Pronoun} and in what submits {group.Pronoun}; components may stay beside their step's code";
}
