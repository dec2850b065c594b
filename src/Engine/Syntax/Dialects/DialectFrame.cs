using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>A place on the way from the root of a file to a node: what stands there, and as what.</summary>
/// <param name="Parent">The place around it; null for the root.</param>
/// <param name="Type">The type it is judged by.</param>
/// <param name="Key">The key it stands under; null for the root and for items of lists.</param>
/// <param name="Index">Its number in its list, from 0; -1 under a key.</param>
/// <param name="Node">The node, with an alias resolved.</param>
internal sealed record DialectFrame(DialectFrame? Parent, DialectType Type, YamlScalar? Key, int Index, YamlNode Node)
{
    /// <summary>The place by which it is known what expressions may use here; null where none may stand.</summary>
    public string? Site { get; init; }

    /// <summary>The type whose choice led to <see cref="Type"/>; null where there was none to make.</summary>
    public DialectType? DeclaredAs { get; init; }

    /// <summary>Whether a directive decides if, or how often, it is there.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether the node is only a part of what stands here, because directives bring it in.</summary>
    public bool IsPart { get; init; }

    /// <summary>The nearest place of a type, this one included; null where there is none.</summary>
    public DialectFrame? Nearest(string typeName)
    {
        var frame = this;
        while (frame is not null && frame.Type.Name != typeName)
        {
            frame = frame.Parent;
        }

        return frame;
    }

    /// <summary>The token that names the place: its key, or the beginning of what stands there.</summary>
    public SourceSpan Anchor => Key?.Span ?? Start(Node.Span);

    /// <summary>The place in words: <c>job 'build'</c>, <c>step 2</c>, <c>'strategy'</c>, <c>the workflow</c>.</summary>
    public string Description =>
        Type.Title is not { } title
            ? Key is null
                ? Parent?.Description ?? "the file"
                : $"'{Key.Value}'"
            : Index >= 0
                ? $"{title} {Index + 1}"
                : Key is not null
                    ? $"{title} '{Key.Value}'"
                    : $"the {title}";

    private static SourceSpan Start(SourceSpan span) =>
        new(span.StartLine, span.StartColumn, span.StartLine, span.StartColumn);
}
