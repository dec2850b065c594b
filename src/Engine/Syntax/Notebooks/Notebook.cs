using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Syntax.Notebooks;

/// <summary>
/// A Jupyter notebook over its JSON, cell by cell. Formats 3 and 4 are read
/// (<see href="https://nbformat.readthedocs.io/en/latest/format_description.html"/>); whatever a broken notebook lacks
/// is null or empty here.
/// </summary>
public sealed class Notebook
{
    private Notebook(JsonTree json)
    {
        Json = json;
        Root = json.Root as JsonObject;
        Major = Integer("nbformat");
        Minor = Integer("nbformat_minor");
        Metadata = Root?["metadata"] as JsonObject;
        Cells = CellsOf(Root, Major);
    }

    /// <summary>The file's JSON.</summary>
    public JsonTree Json { get; }

    /// <summary>The outermost object; null when the file is none.</summary>
    public JsonObject? Root { get; }

    /// <summary>The format's major number.</summary>
    public long? Major { get; }

    /// <summary>The format's minor number.</summary>
    public long? Minor { get; }

    /// <summary>What the notebook says of itself as a whole: kernel, language, settings of tools.</summary>
    public JsonObject? Metadata { get; }

    /// <summary>All cells in their order; in format 3 those of all worksheets.</summary>
    public ImmutableArray<NotebookCell> Cells { get; }

    /// <summary>Whether the whole file is JSON in a format whose cells are understood.</summary>
    public bool IsReadable => Json.Problem is null && Root is not null && Major is 3 or 4;

    /// <summary>Reads a notebook.</summary>
    public static Notebook Read(JsonTree json) => new(json);

    private long? Integer(string name) => (Root?[name] as JsonNumber)?.WholeNumber;

    private static ImmutableArray<NotebookCell> CellsOf(JsonObject? root, long? major)
    {
        var lists = major switch
        {
            4 => [root!["cells"]],
            3 when root!["worksheets"] is JsonArray worksheets => worksheets
                .Items.OfType<JsonObject>()
                .Select(static sheet => sheet["cells"]),
            _ => Enumerable.Empty<JsonNode?>(),
        };
        return lists
            .OfType<JsonArray>()
            .SelectMany(static list => list.Items)
            .Select((cell, index) => new NotebookCell(cell, index + 1, major == 3))
            .ToImmutableArray();
    }
}
