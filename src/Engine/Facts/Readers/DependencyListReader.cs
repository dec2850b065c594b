using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// Knows a Conda environment by its list of <c>dependencies</c>. Other formats have one too (a Helm chart's are mappings), so
/// without <c>channels</c> or a list for <c>pip</c> an item must look like a package.
/// https://docs.conda.io/projects/conda/en/latest/user-guide/tasks/manage-environments.html#creating-an-environment-file-manually
/// </summary>
internal sealed class DependencyListReader : YamlFactReader
{
    protected override void Read(YamlMapping root, List<Fact> facts)
    {
        if (root.Find("dependencies") is not { Value: YamlSequence list } entry || list.Items.IsEmpty)
        {
            return;
        }

        var hasChannels = root.Sequence("channels") is not null;
        if (
            list.Items.All(item => item is YamlScalar || IsPipList(item))
            && (hasChannels || list.Items.Any(IsPipList) || (root.Has("name") && list.Items.Any(IsPackage)))
        )
        {
            facts.Append(new Fact(FactKind.DependencyList, root.Text("name") ?? "", entry.Key.Span));
        }
    }

    private static bool IsPipList(YamlNode item) => item is YamlMapping mapping && mapping.Has("pip");

    private static bool IsPackage(YamlNode item) =>
        (
            item is YamlScalar { Value: var text }
            && (
                text is "python" or "pip"
                || text.IndexOf('=') > 0
                || text.StartsWith("python", StringComparison.Ordinal) && text.IndexOfAny(['<', '>', ' ']) > 0
            )
        );
}
