using System.Collections.Generic;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Comes by all nodes of a stream once, keys included, without following aliases.</summary>
internal static class YamlWalk
{
    /// <summary>The nodes, each before what is in it.</summary>
    public static IEnumerable<YamlNode> Nodes(YamlStream stream)
    {
        var pending = new Stack<YamlNode>();
        for (var i = stream.Documents.Length - 1; i >= 0; i--)
        {
            pending.Push(stream.Documents[i]);
        }

        while (pending.Count > 0)
        {
            var node = pending.Pop();
            yield return node;
            switch (node)
            {
                case YamlSequence sequence:
                    for (var i = sequence.Items.Length - 1; i >= 0; i--)
                    {
                        pending.Push(sequence.Items[i]);
                    }

                    break;
                case YamlMapping mapping:
                    for (var i = mapping.Entries.Length - 1; i >= 0; i--)
                    {
                        pending.Push(mapping.Entries[i].Value);
                        pending.Push(mapping.Entries[i].Key);
                    }

                    break;
            }
        }
    }
}
