using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts.Readers;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>A pipeline or template held against its dialect, once for all checks.</summary>
internal sealed class AzureFile : IDialectMappingListener
{
    private readonly List<AzureMapping> _mappings = [];
    private readonly List<AzureScalar> _scalars = [];

    private AzureFile() { }

    /// <summary>The root; null where the file is not one of Azure Pipelines.</summary>
    public YamlMapping? Root { get; private set; }

    /// <summary>What makes it one: <c>stages</c>, <c>jobs</c>, <c>steps</c>, <c>extends</c> or <c>variables</c>.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Whether it says what only a pipeline may say, or a template that a whole pipeline extends.</summary>
    public bool IsPipeline { get; private set; }

    /// <summary>What is wrong with its structure.</summary>
    public ImmutableArray<DialectProblem> Problems { get; private set; } = ImmutableArray<DialectProblem>.Empty;

    /// <summary>The mappings, as what they are, in the order of the text.</summary>
    public IReadOnlyList<AzureMapping> Mappings => _mappings;

    /// <summary>The scalars, in the order of the text.</summary>
    public IReadOnlyList<AzureScalar> Scalars => _scalars;

    /// <summary>What a file holds.</summary>
    public static AzureFile Of(ParsedFile file) => file.Once(Read);

    /// <summary>The mappings of a type of the dialect.</summary>
    public IEnumerable<AzureMapping> OfType(string type) => _mappings.Where(mapping => mapping.Type == type);

    /// <inheritdoc/>
    public void Scalar(YamlScalar scalar, string site, ScalarShape? expected, DialectFrame frame) =>
        _scalars.Add(new AzureScalar(scalar, site, frame));

    /// <inheritdoc/>
    public void Mapping(YamlMapping mapping, DialectFrame frame) => _mappings.Add(new AzureMapping(mapping, frame));

    private static AzureFile Read(ParsedFile file)
    {
        var read = new AzureFile();
        if (
            file.Yaml.Problem is null
            && file.Yaml.RootMapping is { } root
            && AzurePipelineReader.Recognize(root) is { } recognized
        )
        {
            read.Root = root;
            read.Body = recognized.Body.Key.AsScalar()?.Value ?? "";
            read.IsPipeline = recognized.IsPipeline;
            read.Problems = DialectValidator
                .Validate(root, EmbeddedDialect.AzurePipelines, file.Text, read)
                .RemoveAll(problem => IsPlaceholder(problem.Span, file.Text));
        }

        return read;
    }

    // '{{ branch }}' is to YAML a mapping in a mapping; a wizard fills it in before Azure Pipelines sees the file.
    private static bool IsPlaceholder(SourceSpan span, SourceText text)
    {
        var start = text.Offset(span.StartLine, span.StartColumn);
        return IsAt("{{", start) || IsAt("{{", start - 1);

        bool IsAt(string word, int offset) =>
            offset >= 0 && string.CompareOrdinal(text.Text, offset, word, 0, word.Length) == 0;
    }
}

/// <summary>A mapping of a file, and as what it stands there.</summary>
internal sealed record AzureMapping(YamlMapping Node, DialectFrame Frame)
{
    /// <summary>The name of its type in the dialect.</summary>
    public string Type => Frame.Type.Name;
}

/// <summary>A scalar of a file.</summary>
/// <param name="Node">The scalar.</param>
/// <param name="Site">The name of the place; <c>directive</c> for the key of a directive.</param>
/// <param name="Frame">Where it stands; for a key, what it is a key of.</param>
internal sealed record AzureScalar(YamlScalar Node, string Site, DialectFrame Frame)
{
    // Deeper directives in directives are no pipeline that people read.
    private const int MostDirectives = 16;

    /// <summary>What a directive brings in; null where this is none.</summary>
    public YamlNode? Brings => Find(Frame.Node, 0);

    private YamlNode? Find(YamlNode node, int depth)
    {
        if (depth > MostDirectives)
        {
            return null;
        }

        if (node is YamlSequence list)
        {
            return list.Items.Select(item => Find(item, depth + 1)).FirstOrDefault(static found => found is not null);
        }

        foreach (var entry in (node as YamlMapping)?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (ReferenceEquals(entry.Key, Node))
            {
                return entry.Value;
            }

            if (
                entry.Key is YamlScalar key
                && AzureTemplates.Grammar.IsDirective(key)
                && Find(entry.Value, depth + 1) is { } found
            )
            {
                return found;
            }
        }

        return null;
    }
}
