using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Facts;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class PipelineOutsideDeliveryFolder : MisplacedFilesCheck
{
    private const string GitHubFolder = ".github/";

    public override string Id => "GOV0106";

    public override string Role => FolderRole.Delivery;

    protected override string Noun => "CI/CD pipeline";

    protected override IEnumerable<Place> Find(RepositoryCheckContext context) =>
        context
            .Repository.Facts(FactKind.GitHubWorkflow)
            .Concat(context.Repository.Facts(FactKind.AzurePipeline))
            .Select(static fact => new Place(fact.Path, fact.Fact.Span));

    // GitHub reads workflows there and nowhere else, whatever the policy calls the folder.
    protected override bool IsAtHome(string path) => path.StartsWith(GitHubFolder, StringComparison.Ordinal);

    protected override string Message(PathGroup group, LayoutMap map) =>
        group.Folder == map.Target(FolderRole.Pipelines)
            ? $"{base.Message(group, map)}; '{group.Folder}' is for the definitions of Azure ML pipelines"
            : base.Message(group, map);

    protected override string Remedy(RepositoryCheckContext context, PathGroup group, LayoutMap map)
    {
        var onGitHub = group.Places.Any(place => context.Repository.Has(place.Path, FactKind.GitHubWorkflow));
        var onAzure = group.Places.Any(place => context.Repository.Has(place.Path, FactKind.AzurePipeline));
        return (onGitHub, onAzure) switch
        {
            (true, false) =>
                $"Move {group.Pronoun} to '.github/workflows', the only folder GitHub runs workflows from, or delete {group.Pronoun}",
            (false, _) => AzureRemedy("them", group, map),
            _ =>
                $"{AzureRemedy("those of Azure DevOps", group, map)}; GitHub runs workflows from '.github/workflows' only",
        };
    }

    private static string AzureRemedy(string several, PathGroup group, LayoutMap map)
    {
        var target = map.NamesOf(FolderRole.Delivery).FirstOrDefault(static name => name != ".github") ?? ".github";
        return group.Count == 1
            ? $"Move it to '{target}', then set the pipeline's YAML path in Azure DevOps, which stores it on the server, and mend the paths of templates"
            : $"Move {several} to '{target}', then set each pipeline's YAML path in Azure DevOps, which stores it on the server, and mend the paths of templates";
    }
}
