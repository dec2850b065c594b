using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0415: a called workflow is handed every secret.</summary>
internal sealed class InheritedSecrets : FileCheck
{
    public override string Id => "GOV0415";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubWorkflow);

    public override void Run(FileCheckContext context)
    {
        foreach (var job in WorkflowFile.Of(context.File).Jobs.Select(static job => job.Value).OfType<YamlMapping>())
        {
            if (job["secrets"].AsScalar() is { Value: "inherit" } inherit && job["uses"].AsScalar() is { } uses)
            {
                context.Report(
                    inherit.Span,
                    $"'{uses.Value}' is handed every secret that this workflow can read",
                    "List the secrets it needs: 'secrets: { NAME: ${{ secrets.NAME }} }'",
                    uses.Value
                );
            }
        }
    }
}
