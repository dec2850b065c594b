using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>Who is granted what by Bicep, and what its files of parameters give.</summary>
internal sealed class BicepGrantReader : FactReader
{
    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Bicep);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts) =>
        new TemplateGrantReader(file.Bicep, file.Text, facts).Read();
}
