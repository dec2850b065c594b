using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Syntax.Notebooks;

/// <summary>
/// All that a reader of a notebook can read: the source of its cells and the text of their outputs. Images and what else is no text
/// are left out
/// (<see href="https://nbformat.readthedocs.io/en/latest/format_description.html#cell-types"/>).
/// </summary>
public static class NotebookTexts
{
    /// <summary>Members of an output that are text, in formats 4 and 3.</summary>
    private static readonly string[] OutputTexts = { "text", "traceback", "evalue", "html", "latex", "json" };

    /// <summary>The texts, cell by cell, the source first.</summary>
    public static IEnumerable<CellSource> Of(Notebook notebook)
    {
        var file = notebook.Json.Text;
        foreach (var cell in notebook.Cells)
        {
            var outputs = cell.Outputs?.Items.OfType<JsonObject>().SelectMany(OfOutput) ?? Enumerable.Empty<JsonNode>();
            var texts = outputs.Select(output => CellSource.Of(output, file)).Prepend(CellSource.Of(cell, file));
            foreach (var text in texts.OfType<CellSource>())
            {
                yield return text;
            }
        }
    }

    private static IEnumerable<JsonNode> OfOutput(JsonObject output)
    {
        foreach (var member in output.Members)
        {
            if (OutputTexts.Any(name => member.Name.Is(name)))
            {
                yield return member.Value;
            }
            else if (member.Name.Is("data") && member.Value is JsonObject data)
            {
                foreach (var shown in data.Members.Where(static one => IsText(one.Name.Value)))
                {
                    yield return shown.Value;
                }
            }
        }
    }

    // text/plain, text/html, application/json; what applications draw from is no text to read.
    private static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal)
        || mediaType is "application/json" or "application/javascript" or "application/xml";
}
