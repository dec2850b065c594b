using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>Anchors that no alias names.</summary>
internal static class UnusedAnchors
{
    /// <summary>Reports them.</summary>
    public static void Check(FileCheckContext context)
    {
        var anchored = new List<YamlNode>();
        var used = new HashSet<YamlNode>(ByIdentity.Instance);
        var lost = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in YamlWalk.Nodes(context.File.Yaml))
        {
            if (node.Anchor is not null)
            {
                anchored.Add(node);
            }

            if (node is YamlAlias alias)
            {
                _ = alias.Target is null ? lost.Add(alias.Name) : used.Add(alias.Target);
            }
        }

        foreach (var node in anchored.Where(node => !used.Contains(node) && !lost.Contains(node.Anchor!)))
        {
            context.Report(
                YamlAnchors.SpanOf(context.File.Text, node),
                $"Nothing refers to the anchor '{node.Anchor}'",
                "Remove the anchor",
                node.Anchor!
            );
        }
    }
}
