using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Arm;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>Who is granted what by ARM templates, and what their files of parameters give.</summary>
internal sealed class ArmGrantReader : FactReader
{
    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Json);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        // Most JSON is no template, and is not read.
        if (file.Text.Text.IndexOf("/schemas/", StringComparison.Ordinal) >= 0)
        {
            new TemplateGrantReader(ArmReader.Read(file.Json), file.Text, facts).Read();
        }
    }
}
