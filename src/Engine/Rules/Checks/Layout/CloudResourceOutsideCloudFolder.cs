using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class CloudResourceOutsideCloudFolder : MisplacedFilesCheck
{
    public override string Id => "GOV0107";

    public override string Role => FolderRole.Cloud;

    protected override string Noun => "definition of a cloud resource";

    protected override string Plural => "definitions of cloud resources";

    protected override IEnumerable<Place> Find(RepositoryCheckContext context)
    {
        var types = GlobSet.Parse(OptionsOf(context).List("types"));
        return context
            .Repository.Facts(FactKind.AzureMLResource)
            .Where(fact => types.IsMatch(fact.Fact.Value.ToLowerInvariant()))
            .Select(static fact => new Place(fact.Path, fact.Fact.Span));
    }

    protected override string Remedy(RepositoryCheckContext context, PathGroup group, LayoutMap map) =>
        $"Move {group.Pronoun} to '{map.Target(Role)}', and mend the paths in {group.Pronoun} and in the pipelines that deploy {group.Pronoun}";
}
