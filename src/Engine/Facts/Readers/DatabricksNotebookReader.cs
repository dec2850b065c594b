using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// Knows a Databricks notebook saved as source by its first line, a comment in the notebook's language.
/// https://docs.databricks.com/aws/en/notebooks/notebook-format
/// </summary>
internal sealed class DatabricksNotebookReader : FactReader
{
    private const string Title = "Databricks notebook source";

    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } =
        ImmutableArray.Create(FileClass.Python, FileClass.OtherSource);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        var line = file.Text.Line(1);
        var isNotebook =
            line == "# " + Title || (file.Class == FileClass.OtherSource && line is "-- " + Title or "// " + Title);
        if (isNotebook)
        {
            facts.Append(new Fact(FactKind.DatabricksNotebook, "", new SourceSpan(1, 1, 1, line.Length + 1)));
        }
    }
}
