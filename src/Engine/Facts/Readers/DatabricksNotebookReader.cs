using System;
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
        // Nearly every file is none: its other lines are not looked for.
        var text = file.Text.Text.AsSpan();
        var end = text.IndexOfAny('\n', '\r');
        var line = end < 0 ? text : text.Slice(0, end);
        if (Is(line, "# ") || (file.Class == FileClass.OtherSource && (Is(line, "-- ") || Is(line, "// "))))
        {
            facts.Append(new Fact(FactKind.DatabricksNotebook, "", new SourceSpan(1, 1, 1, line.Length + 1)));
        }
    }

    private static bool Is(ReadOnlySpan<char> line, string comment) =>
        line.Length == comment.Length + Title.Length
        && line.StartsWith(comment.AsSpan(), StringComparison.Ordinal)
        && line.EndsWith(Title.AsSpan(), StringComparison.Ordinal);
}
