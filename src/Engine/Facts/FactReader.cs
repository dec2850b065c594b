using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;

namespace Governance.Engine.Facts;

/// <summary>
/// Says what one file declares or refers to. It depends on the content and the class alone, never on the path, and
/// holds no state: one instance serves all files at once.
/// </summary>
public abstract class FactReader
{
    /// <summary>The classes of files this reader understands.</summary>
    public abstract ImmutableArray<FileClass> Classes { get; }

    /// <summary>Appends the file's facts. An <see cref="Fact.Owner"/> is an index into <paramref name="facts"/>.</summary>
    public abstract void Read(ParsedFile file, List<Fact> facts);
}
