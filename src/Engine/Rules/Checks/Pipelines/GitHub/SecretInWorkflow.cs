using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.GitHub;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0414: the password of a container registry stands in a workflow.</summary>
internal sealed class SecretInWorkflow : FileCheck
{
    public override string Id => "GOV0414";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubWorkflow);

    public override void Run(FileCheckContext context)
    {
        foreach (var job in WorkflowFile.Of(context.File).Jobs.Select(static job => job.Value).OfType<YamlMapping>())
        {
            Check(job.Mapping("container"), context);
            foreach (var service in job.Mapping("services")?.Entries ?? ImmutableArray<YamlEntry>.Empty)
            {
                Check(service.Value as YamlMapping, context);
            }
        }
    }

    private static void Check(YamlMapping? container, FileCheckContext context)
    {
        if (
            container?.Mapping("credentials")?["password"].AsScalar() is { Value.Length: > 0 } password
            && !GitHubTemplates.Grammar.HasExpression(password.Value)
        )
        {
            // The value is kept out of the message and of the fingerprint.
            context.Report(
                password.Span,
                "The password of a container registry stands in the workflow, where everyone who reads the repository reads it",
                "Keep it as a secret and write '${{ secrets.NAME }}' here; change the password, for it is in the history",
                "password"
            );
        }
    }
}
