using System;
using System.Linq;
using Governance.Engine.Syntax.Json;
using Governance.Engine.Syntax.Notebooks;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>Tells documentation, whose outputs are pictures, from results.</summary>
internal static class OutputImages
{
    /// <summary>Whether each of a cell's outputs is an image; the text that stands for it may be beside it.</summary>
    public static bool Only(NotebookCell cell) =>
        cell.Outputs!.Items.All(static output => output is JsonObject o && Is(o));

    private static bool Is(JsonObject output)
    {
        // In format 3 the data stand in the output itself, under short names.
        var data = output["data"] as JsonObject ?? output;
        var hasImage = false;
        foreach (var name in data.Members.Select(static member => member.Name.Value))
        {
            var isImage = name.StartsWith("image/", StringComparison.Ordinal) || name is "png" or "jpeg" or "svg";
            var isBeside = name is "text/plain" or "text" or "metadata" or "output_type" or "prompt_number";
            if (!isImage && !isBeside)
            {
                return false;
            }

            hasImage |= isImage;
        }

        return hasImage;
    }
}
