using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>Finds circles among stages or jobs, each once, from the item that comes first in the text. It does not recurse.</summary>
internal static class DependencyCycles
{
    /// <summary>The circles: each item with the dependency that leads to the next.</summary>
    public static IEnumerable<IReadOnlyList<(DependencyItem Item, YamlScalar Dependency)>> Of(DependencyGroup group)
    {
        // What a condition brings in may exclude another part of the circle.
        var items = group.Items.Where(static item => !item.IsConditional && item.Name.Value.Length > 0).ToList();
        var byName = new Dictionary<string, DependencyItem>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!byName.ContainsKey(item.Name.Value))
            {
                byName.Add(item.Name.Value, item);
            }
        }

        var done = new HashSet<DependencyItem>(ReferenceComparer.Instance);
        foreach (var start in items)
        {
            if (!done.Contains(start) && Walk(start, byName, done) is { } cycle)
            {
                yield return cycle;
            }
        }
    }

    private static List<(DependencyItem Item, YamlScalar Dependency)>? Walk(
        DependencyItem start,
        Dictionary<string, DependencyItem> byName,
        HashSet<DependencyItem> done
    )
    {
        var path = new List<(DependencyItem Item, Queue<YamlScalar> Open, YamlScalar? Taken)> { Enter(start) };
        while (path.Count > 0)
        {
            var (item, open, _) = path[path.Count - 1];
            if (open.Count == 0)
            {
                done.Add(item);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            var dependency = open.Dequeue();
            path[path.Count - 1] = (item, open, dependency);
            if (!byName.TryGetValue(dependency.Value, out var next) || done.Contains(next))
            {
                continue;
            }

            var at = path.FindIndex(step => ReferenceEquals(step.Item, next));
            if (at < 0)
            {
                path.Add(Enter(next));
                continue;
            }

            done.UnionWith(path.Select(static step => step.Item));
            return path.Skip(at).Select(static step => (step.Item, step.Taken!)).ToList();
        }

        return null;
    }

    // Only what is surely waited for: not what stands below a condition.
    private static (DependencyItem, Queue<YamlScalar>, YamlScalar?) Enter(DependencyItem item)
    {
        var node = item.Node["dependsOn"];
        var names =
            node is YamlSequence list ? list.Items.Select(static name => name.AsScalar()).OfType<YamlScalar>()
            : node.AsScalar() is { } name ? [name]
            : Enumerable.Empty<YamlScalar>();
        return (item, new Queue<YamlScalar>(names), null);
    }

    private sealed class ReferenceComparer : IEqualityComparer<DependencyItem>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(DependencyItem? x, DependencyItem? y) => ReferenceEquals(x, y);

        public int GetHashCode(DependencyItem obj) => obj.Name.Span.GetHashCode();
    }
}
