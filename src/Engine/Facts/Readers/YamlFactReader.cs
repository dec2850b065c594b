using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers;

/// <summary>A reader of YAML whose first document is a mapping, as far as it could be read.</summary>
internal abstract class YamlFactReader : FactReader
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<FileClass> Classes { get; } = FileClasses.Yaml;

    /// <inheritdoc/>
    public sealed override void Read(ParsedFile file, List<Fact> facts)
    {
        if (file.Yaml.RootMapping is { } root)
        {
            Read(root, facts);
        }
    }

    /// <summary>Appends what the root mapping says.</summary>
    protected abstract void Read(YamlMapping root, List<Fact> facts);
}
