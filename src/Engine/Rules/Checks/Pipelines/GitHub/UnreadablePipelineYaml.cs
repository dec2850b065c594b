using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0401: what is no YAML, or YAML that GitHub does not read, where GitHub reads it.</summary>
internal sealed class UnreadablePipelineYaml : FileCheck
{
    public override string Id => "GOV0401";

    public override ImmutableArray<FileClass> Classes { get; } = FileClasses.ReadByGitHub;

    public override void Run(FileCheckContext context)
    {
        if (context.File.Yaml.Problem is { } problem)
        {
            context.ReportBreak(problem, "GitHub reads none of the file");
            return;
        }

        var anchored = new List<YamlNode>();
        foreach (var node in YamlWalk.Nodes(context.File.Yaml))
        {
            if (node.Anchor is not null)
            {
                anchored.Add(node);
            }

            switch (node)
            {
                case YamlAlias { Target: null } alias:
                    CheckAlias(alias, anchored, context);
                    break;
                case YamlMapping mapping:
                    CheckMergeKeys(mapping, context);
                    break;
            }
        }
    }

    private static void CheckAlias(YamlAlias alias, List<YamlNode> anchored, FileCheckContext context) =>
        context.Report(
            alias.Span,
            anchored.Any(node => node.Anchor == alias.Name && End(alias) <= End(node))
                ? $"The alias '{alias.Name}' stands for what it is part of"
                : $"No anchor '{alias.Name}' stands before this alias",
            "Write out what is meant",
            alias.Name
        );

    private static SourceSpan End(YamlNode node) =>
        new(node.Span.EndLine, node.Span.EndColumn, node.Span.EndLine, node.Span.EndColumn);

    private static void CheckMergeKeys(YamlMapping mapping, FileCheckContext context)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key is YamlScalar { Value: "<<", Style: YamlScalarStyle.Plain })
            {
                context.Report(
                    entry.Key.Span,
                    "GitHub does not read merge keys ('<<')",
                    "Write the keys out, or use an anchor for the whole mapping",
                    "<<"
                );
            }
        }
    }
}
