using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Json;
using Governance.Engine.Syntax.Notebooks;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>GOV0203: a notebook stores more output than the policy allows.</summary>
internal sealed class StoredNotebookOutputs : FileCheck
{
    private const int MostRelated = 5;

    public override string Id => "GOV0203";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Notebook);

    public override void Run(FileCheckContext context)
    {
        var notebook = context.File.Notebook;
        if (!notebook.IsReadable)
        {
            return;
        }

        var keepTag = context.Options.Text("keep-tag");
        var cells = notebook.Cells.Where(cell => cell.Type == "code" && !cell.HasTag(keepTag)).ToArray();
        var costs = cells
            .Where(static cell => cell.Outputs is { Items.IsEmpty: false })
            .Select(cell => new Cost(cell, ByteCount(context.File, cell.Outputs!)))
            .OrderByDescending(static cost => cost.Bytes)
            .ToArray();
        var total = costs.Sum(static cost => cost.Bytes);
        var most = context.Options.Number("max-bytes");
        if (total <= most || (context.Options.Flag("spare-images") && costs.All(static c => OutputImages.Only(c.Cell))))
        {
            return;
        }

        context.Report(
            context.File.Json.Span(costs[0].Cell.OutputsMember!.Value.Name),
            $"{Size(total)} of output are stored in {Count(costs.Length)}; {Size(most)} are allowed",
            "Clear the outputs before the commit, or tag a cell whose output belongs to the notebook with "
                + $"'{keepTag}'",
            "outputs",
            "Clear the outputs and execution counts",
            Clearing(context.File, cells),
            costs
                .Take(MostRelated)
                .Select(cost => new RelatedSpan(
                    context.File.Json.Span(cost.Cell.OutputsMember!.Value.Name),
                    $"cell {cost.Cell.Number} stores {Size(cost.Bytes)}"
                ))
                .ToImmutableArray()
        );
    }

    /// <summary>Empties each list of outputs and takes back each count, and touches nothing else.</summary>
    private static ImmutableArray<TextEdit> Clearing(ParsedFile file, IEnumerable<NotebookCell> cells)
    {
        var edits = new List<(JsonNode Node, string Text)>();
        foreach (var cell in cells)
        {
            if (cell.Outputs is { Items.IsEmpty: false } outputs)
            {
                edits.Add((outputs, "[]"));
            }

            if (cell.ExecutionCount is JsonNumber count)
            {
                edits.Add((count, "null"));
            }
        }

        return edits
            .OrderBy(static edit => edit.Node.Start)
            .Select(edit => new TextEdit(file.Json.Span(edit.Node), edit.Text))
            .ToImmutableArray();
    }

    /// <summary>The bytes of a value in the file, taken as UTF-8.</summary>
    private static long ByteCount(ParsedFile file, JsonNode node)
    {
        var bytes = (long)node.Length;
        if (file.Bytes.Length > file.Text.Text.Length)
        {
            for (var i = node.Start; i < node.End; i++)
            {
                // Each half of a surrogate pair is two bytes of four.
                var character = file.Text.Text[i];
                bytes +=
                    character < 0x80 ? 0
                    : character < 0x800 || char.IsSurrogate(character) ? 1
                    : 2;
            }
        }

        return bytes;
    }

    private static string Count(int cells) => cells == 1 ? "1 cell" : $"{cells} cells";

    private static string Size(long bytes) =>
        bytes < 10_000
            ? bytes.ToString("N0", CultureInfo.InvariantCulture) + " bytes"
            : (bytes / 1000).ToString("N0", CultureInfo.InvariantCulture) + " KB";

    private sealed record Cost(NotebookCell Cell, long Bytes);
}
