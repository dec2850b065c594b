using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0428: a configuration that Dependabot refuses, so that it updates nothing.</summary>
internal sealed class InvalidDependabotConfiguration : FileCheck
{
    public override string Id => "GOV0428";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Dependabot);

    public override void Run(FileCheckContext context)
    {
        var yaml = context.File.Yaml;
        // GOV0401 tells what is no YAML.
        if (yaml.Problem is not null || yaml.Documents.IsEmpty)
        {
            return;
        }

        foreach (
            var problem in DialectValidator.Validate(
                context.File.Yaml.Documents[0],
                EmbeddedDialect.Dependabot,
                context.File.Text
            )
        )
        {
            context.Report(problem);
        }
    }
}
