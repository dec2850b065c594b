using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Delivery;

/// <summary>
/// From which branches a pushed commit starts a pipeline. Where nothing is said, each branch does.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/trigger
/// </summary>
internal static class AzureStarts
{
    /// <summary>What starts the pipeline of this root.</summary>
    public static IEnumerable<string> Of(YamlMapping root)
    {
        var entry = root.Find("trigger");
        if (entry is null)
        {
            return ["push"];
        }

        if (entry.Value.AsScalar() is { Value: var value })
        {
            return value == "none" ? [] : [Push(value)];
        }

        // Without branches of its own, a trigger by paths or tags is for all branches or for tags alone.
        var branches = entry.Value is YamlMapping trigger ? trigger["branches"] : entry.Value;
        return branches switch
        {
            YamlSequence list => Names(list).Select(Push),
            YamlMapping filter => Names(filter["include"] as YamlSequence).Select(Push),
            _ => [],
        };
    }

    private static string Push(string branch) => branch is "*" or "refs/heads/*" ? "push" : "push " + branch;

    private static IEnumerable<string> Names(YamlSequence? list) =>
        list is null ? [] : list.Items.Select(static item => item.AsScalar()?.Value).OfType<string>();
}
