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
            context.Report(
                problem.Span,
                $"The YAML breaks off here, and GitHub reads none of the file: {problem.Message}",
                "Mend the YAML at this place",
                problem.Message
            );
            return;
        }

        var anchored = new List<YamlNode>();
        var lost = new List<YamlAlias>();
        var pending = new Stack<YamlNode>(context.File.Yaml.Documents);
        while (pending.Count > 0)
        {
            Visit(pending.Pop(), pending, anchored, lost, context);
        }

        foreach (var alias in lost)
        {
            context.Report(
                alias.Span,
                anchored.Any(node => node.Anchor == alias.Name && node.Span < alias.Span && Ends(alias) <= Ends(node))
                    ? $"The alias '{alias.Name}' stands for what it is part of"
                    : $"No anchor '{alias.Name}' stands before this alias",
                "Write out what is meant",
                alias.Name
            );
        }
    }

    private static void Visit(
        YamlNode node,
        Stack<YamlNode> pending,
        List<YamlNode> anchored,
        List<YamlAlias> lost,
        FileCheckContext context
    )
    {
        if (node.Anchor is not null)
        {
            anchored.Add(node);
        }

        switch (node)
        {
            case YamlAlias { Target: null } alias:
                lost.Add(alias);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    pending.Push(item);
                }

                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    CheckKey(entry.Key, context);
                    pending.Push(entry.Value);
                }

                break;
        }
    }

    private static SourceSpan Ends(YamlNode node) =>
        new(node.Span.EndLine, node.Span.EndColumn, node.Span.EndLine, node.Span.EndColumn);

    private static void CheckKey(YamlNode key, FileCheckContext context)
    {
        if (key is YamlScalar { Value: "<<", Style: YamlScalarStyle.Plain })
        {
            context.Report(
                key.Span,
                "GitHub does not read merge keys ('<<')",
                "Write the keys out, or use an anchor for the whole mapping",
                "<<"
            );
        }
    }
}
