using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Syntax.Notebooks;

/// <summary>A field that the format knows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What its value may be.</param>
/// <param name="IsRequired">Whether it may not be missing.</param>
/// <param name="Since">The minor version of the format that brought it.</param>
internal sealed record NotebookField(string Name, FieldShape Shape, bool IsRequired = true, int Since = 0);

/// <summary>
/// The fields of notebook formats 3 and 4, as the schemas have them that the Jupyter project publishes:
/// <see href="https://github.com/jupyter/nbformat/tree/main/nbformat/v4"/> and
/// <see href="https://github.com/jupyter/nbformat/blob/main/nbformat/v3/nbformat.v3.schema.json"/>.
/// </summary>
internal static class NotebookFields
{
    /// <summary>The last minor version of format 4 whose fields are known here.</summary>
    public const int NewestMinor = 5;

    private static readonly NotebookField CellType = new("cell_type", FieldShape.Text);
    private static readonly NotebookField OutputType = new("output_type", FieldShape.Text);
    private static readonly NotebookField Metadata = new("metadata", FieldShape.Object);
    private static readonly NotebookField Metadata3 = new("metadata", FieldShape.Object, IsRequired: false);
    private static readonly NotebookField Source = new("source", FieldShape.TextOrLines);
    private static readonly NotebookField Id = new("id", FieldShape.CellId, Since: 5);

    private static readonly ImmutableArray<NotebookField> TextCell = ImmutableArray.Create(
        CellType,
        Metadata,
        Source,
        Id,
        new NotebookField("attachments", FieldShape.Attachments, IsRequired: false)
    );

    private static readonly ImmutableArray<NotebookField> CodeCell = ImmutableArray.Create(
        CellType,
        Metadata,
        Source,
        Id,
        new NotebookField("outputs", FieldShape.Array),
        new NotebookField("execution_count", FieldShape.IntegerOrNull)
    );

    private static readonly ImmutableArray<NotebookField> TextCell3 = ImmutableArray.Create(
        CellType,
        Metadata3,
        Source
    );

    private static readonly ImmutableArray<NotebookField> HeadingCell3 = TextCell3.Add(
        new NotebookField("level", FieldShape.PositiveInteger)
    );

    private static readonly ImmutableArray<NotebookField> CodeCell3 = ImmutableArray.Create(
        CellType,
        Metadata3,
        new NotebookField("input", FieldShape.TextOrLines),
        new NotebookField("outputs", FieldShape.Array),
        new NotebookField("language", FieldShape.Text),
        new NotebookField("collapsed", FieldShape.Flag, IsRequired: false),
        new NotebookField("prompt_number", FieldShape.IntegerOrNull, IsRequired: false)
    );

    private static readonly ImmutableArray<NotebookField> Error = ImmutableArray.Create(
        OutputType,
        new NotebookField("ename", FieldShape.Text),
        new NotebookField("evalue", FieldShape.Text),
        new NotebookField("traceback", FieldShape.Lines)
    );

    private static readonly ImmutableArray<NotebookField> DisplayData = ImmutableArray.Create(
        OutputType,
        Metadata,
        new NotebookField("data", FieldShape.MimeBundle)
    );

    private static readonly ImmutableArray<NotebookField> ExecuteResult = DisplayData.Add(
        new NotebookField("execution_count", FieldShape.IntegerOrNull)
    );

    private static readonly ImmutableArray<NotebookField> Stream = ImmutableArray.Create(
        OutputType,
        new NotebookField("name", FieldShape.Text),
        new NotebookField("text", FieldShape.TextOrLines)
    );

    private static readonly ImmutableArray<NotebookField> Stream3 = ImmutableArray.Create(
        OutputType,
        new NotebookField("stream", FieldShape.Text),
        new NotebookField("text", FieldShape.TextOrLines)
    );

    // In format 3 the data stand beside these, under short names or MIME types.
    private static readonly ImmutableArray<NotebookField> DisplayData3 = ImmutableArray
        .Create("text", "latex", "png", "jpeg", "svg", "html", "javascript", "json", "pdf")
        .Select(static name => new NotebookField(name, FieldShape.TextOrLines, IsRequired: false))
        .Prepend(Metadata3)
        .Prepend(OutputType)
        .ToImmutableArray();

    private static readonly ImmutableArray<NotebookField> Result3 = DisplayData3.Add(
        new NotebookField("prompt_number", FieldShape.Integer)
    );

    /// <summary>The outermost object of format 4. Its version is judged before.</summary>
    public static ImmutableArray<NotebookField> Root { get; } =
        ImmutableArray.Create(
            Metadata,
            new NotebookField("nbformat", FieldShape.Integer),
            new NotebookField("nbformat_minor", FieldShape.Integer),
            new NotebookField("cells", FieldShape.Array)
        );

    /// <summary>The outermost object of format 3. Readers take a missing minor version for 0.</summary>
    public static ImmutableArray<NotebookField> Root3 { get; } =
        ImmutableArray.Create(
            Metadata,
            new NotebookField("nbformat", FieldShape.Integer),
            new NotebookField("nbformat_minor", FieldShape.Integer, IsRequired: false),
            new NotebookField("orig_nbformat", FieldShape.PositiveInteger, IsRequired: false),
            new NotebookField("orig_nbformat_minor", FieldShape.Integer, IsRequired: false),
            new NotebookField("worksheets", FieldShape.Array)
        );

    /// <summary>A worksheet of format 3.</summary>
    public static ImmutableArray<NotebookField> Worksheet { get; } =
        ImmutableArray.Create(new NotebookField("cells", FieldShape.Array), Metadata3);

    /// <summary>The fields of a cell of this type; default where the format has no such type.</summary>
    public static ImmutableArray<NotebookField> OfCell(string type, bool isFormat3) =>
        (type, isFormat3) switch
        {
            ("code", false) => CodeCell,
            ("markdown" or "raw", false) => TextCell,
            ("code", true) => CodeCell3,
            ("heading", true) => HeadingCell3,
            ("markdown" or "html" or "raw", true) => TextCell3,
            _ => default,
        };

    /// <summary>The fields of an output of this type; default where the format has no such type.</summary>
    public static ImmutableArray<NotebookField> OfOutput(string type, bool isFormat3) =>
        (type, isFormat3) switch
        {
            ("error", false) or ("pyerr", true) => Error,
            ("display_data", false) => DisplayData,
            ("execute_result", false) => ExecuteResult,
            ("stream", false) => Stream,
            ("stream", true) => Stream3,
            ("display_data", true) => DisplayData3,
            ("pyout", true) => Result3,
            _ => default,
        };
}
