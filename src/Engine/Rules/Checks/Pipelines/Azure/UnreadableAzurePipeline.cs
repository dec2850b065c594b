using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>GOV0429: what is no YAML, or YAML that Azure Pipelines does not read, in one of its files.</summary>
internal sealed class UnreadableAzurePipeline : FileCheck
{
    public override string Id => "GOV0429";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    public override void Run(FileCheckContext context)
    {
        if (BrokenAzureFile.Is(context.File))
        {
            context.ReportBreak(context.File.Yaml.Problem!, "Azure Pipelines reads none of the file");
        }
        else if (AzureFile.Of(context.File).Root is not null)
        {
            CheckAnchors(context);
        }
    }

    // https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/, below "See also"
    private static void CheckAnchors(FileCheckContext context)
    {
        foreach (var node in YamlWalk.Nodes(context.File.Yaml))
        {
            if (node.Anchor is not null)
            {
                context.Report(
                    YamlAnchors.SpanOf(context.File.Text, node),
                    $"Azure Pipelines reads no anchors, and refuses the file for '&{node.Anchor}'",
                    "Remove the anchor; what is used twice belongs in a template, a variable or a parameter",
                    node.Anchor
                );
            }

            if (node is YamlAlias alias)
            {
                context.Report(
                    alias.Span,
                    $"Azure Pipelines reads no aliases, and refuses the file for '*{alias.Name}'",
                    "Write out what is meant, or put it in quotes where it is a text that begins with an asterisk",
                    alias.Name
                );
            }
        }
    }
}
