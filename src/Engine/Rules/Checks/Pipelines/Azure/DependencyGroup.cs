using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>The stages of a pipeline or the jobs of a stage: what names of one list may depend on.</summary>
internal sealed class DependencyGroup
{
    private readonly List<DependencyItem> _items = [];

    /// <summary>The items whose names are written, in the order of the text.</summary>
    public IReadOnlyList<DependencyItem> Items => _items;

    /// <summary>Whether there may be more: from templates, loops or expressions.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Reads a list.</summary>
    public static DependencyGroup Of(YamlSequence list, params string[] nameKeys)
    {
        var group = new DependencyGroup();
        group.Read(list, nameKeys, false);
        return group;
    }

    private void Read(YamlSequence list, string[] nameKeys, bool isConditional)
    {
        foreach (var item in list.Items)
        {
            if (item is YamlMapping mapping && IsConditions(mapping))
            {
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Value is YamlSequence more)
                    {
                        Read(more, nameKeys, true);
                    }
                    else
                    {
                        IsOpen |= entry.Value is not YamlScalar { IsNull: true };
                    }
                }
            }
            else if (
                item is YamlMapping named
                && nameKeys.Select(named.Find).FirstOrDefault(static entry => entry is not null) is { } name
                && named.Entries.All(static entry => entry.Key is YamlScalar key && key.Value != "template")
            )
            {
                if (name.Value is YamlScalar scalar && !AzureTemplates.HasTemplateExpression(scalar.Value))
                {
                    _items.Add(new DependencyItem(scalar, named, isConditional));
                }
                else
                {
                    IsOpen = true;
                }
            }
            else
            {
                IsOpen = true;
            }
        }
    }

    // A loop makes names that nobody has written; a condition does not.
    private static bool IsConditions(YamlMapping mapping) =>
        !mapping.Entries.IsEmpty
        && mapping.Entries.All(static entry =>
            entry.Key is YamlScalar key && AzureTemplates.Grammar.IsDirective(key) && IsCondition(key.Value)
        );

    private static bool IsCondition(string key)
    {
        var word = key.Substring(3).TrimStart();
        return word.StartsWith("if", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("else", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A stage or job with a written name.</summary>
/// <param name="Name">The name; empty where Azure Pipelines is to make one.</param>
/// <param name="Node">The stage or job.</param>
/// <param name="IsConditional">Whether a condition decides if it is there.</param>
internal sealed record DependencyItem(YamlScalar Name, YamlMapping Node, bool IsConditional)
{
    /// <summary>The names it depends on that are written, whatever decides whether they count.</summary>
    public IEnumerable<YamlScalar> Dependencies => Written(Node["dependsOn"], 0);

    private static IEnumerable<YamlScalar> Written(YamlNode? node, int depth)
    {
        var more = node switch
        {
            YamlSequence sequence => sequence.Items.AsEnumerable(),
            YamlMapping mapping => mapping.Entries.Select(static entry => entry.Value),
            _ => [],
        };
        return node.AsScalar() is { } name
            ? AzureTemplates.Grammar.HasExpression(name.Value)
                ? []
                : [name]
            : depth > 8
                ? []
                : more.SelectMany(item => Written(item, depth + 1));
    }
}
