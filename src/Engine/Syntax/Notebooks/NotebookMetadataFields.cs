using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Notebooks;

/// <summary>
/// The few keys of metadata whose values the schemas fix; all others belong to whoever writes them. Source as for
/// <see cref="NotebookFields"/>.
/// </summary>
internal static class NotebookMetadataFields
{
    private static readonly NotebookField Name = new("name", FieldShape.TextNotEmpty, IsRequired: false);
    private static readonly NotebookField Tags = new("tags", FieldShape.Tags, IsRequired: false);
    private static readonly NotebookField Jupyter = new("jupyter", FieldShape.Object, IsRequired: false, Since: 3);

    private static readonly ImmutableArray<NotebookField> Markdown = ImmutableArray.Create(Name, Tags, Jupyter);

    private static readonly ImmutableArray<NotebookField> Raw = Markdown.Add(
        new NotebookField("format", FieldShape.Text, IsRequired: false)
    );

    private static readonly ImmutableArray<NotebookField> Code = Markdown.AddRange(
        ImmutableArray.Create(
            new NotebookField("collapsed", FieldShape.Flag, IsRequired: false),
            new NotebookField("scrolled", FieldShape.FlagOrAuto, IsRequired: false),
            new NotebookField("execution", FieldShape.ObjectOfTexts, IsRequired: false, Since: 4)
        )
    );

    /// <summary>The notebook's metadata in format 4.</summary>
    public static ImmutableArray<NotebookField> Notebook { get; } =
        ImmutableArray.Create(
            new NotebookField("kernelspec", FieldShape.Object, IsRequired: false),
            new NotebookField("language_info", FieldShape.Object, IsRequired: false),
            new NotebookField("orig_nbformat", FieldShape.PositiveInteger, IsRequired: false),
            new NotebookField("title", FieldShape.Text, IsRequired: false, Since: 2),
            new NotebookField("authors", FieldShape.Array, IsRequired: false, Since: 2)
        );

    /// <summary><c>metadata.kernelspec</c>.</summary>
    public static ImmutableArray<NotebookField> Kernelspec { get; } =
        ImmutableArray.Create(
            new NotebookField("name", FieldShape.Text),
            new NotebookField("display_name", FieldShape.Text)
        );

    /// <summary><c>metadata.language_info</c>.</summary>
    public static ImmutableArray<NotebookField> LanguageInfo { get; } =
        ImmutableArray.Create(
            new NotebookField("name", FieldShape.Text),
            new NotebookField("codemirror_mode", FieldShape.TextOrObject, IsRequired: false),
            new NotebookField("file_extension", FieldShape.Text, IsRequired: false),
            new NotebookField("mimetype", FieldShape.Text, IsRequired: false),
            new NotebookField("pygments_lexer", FieldShape.Text, IsRequired: false)
        );

    /// <summary>A cell's metadata. Format 3 fixes names and tags of text cells only, and nobody wrote them.</summary>
    public static ImmutableArray<NotebookField> OfCell(string type) =>
        type switch
        {
            "code" => Code,
            "raw" => Raw,
            _ => Markdown,
        };
}
