using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>A YAML stream: its documents' roots as far as they could be read, and what stopped the reading.</summary>
/// <param name="Documents">The root of each document; an empty document is left out.</param>
/// <param name="Problem">The first thing that is not YAML, after which nothing was read; null when all was.</param>
public sealed record YamlStream(ImmutableArray<YamlNode> Documents, SyntaxProblem? Problem)
{
    /// <summary>
    /// Whether <see cref="Problem"/> is one of <see cref="YamlReader"/>'s own limits: the text nests too deep or holds too
    /// many nodes, and may well be valid YAML.
    /// </summary>
    public bool IsLimit { get; init; }

    /// <summary>
    /// Whether the line of <see cref="Problem"/> holds a placeholder or statement of a templating tool (<c>{{ .Values.x }}</c>,
    /// <c>{% if x %}</c>): Helm, Jinja and others make YAML from such files, which are none themselves.
    /// </summary>
    public bool IsTemplate { get; init; }

    /// <summary>The comments of the text as far as it was read, in the order written.</summary>
    public ImmutableArray<YamlComment> Comments { get; init; } = ImmutableArray<YamlComment>.Empty;

    /// <summary>The first document's root when it is a mapping, as nearly all configuration is.</summary>
    public YamlMapping? RootMapping => Documents.IsEmpty ? null : Documents[0] as YamlMapping;
}
