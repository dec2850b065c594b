using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>Who is granted what by Terraform, and what its files of values give.</summary>
internal sealed class TerraformGrantReader : FactReader
{
    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Terraform);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts) =>
        new TerraformGrants(file.Terraform, file.Text, facts).Read();
}
