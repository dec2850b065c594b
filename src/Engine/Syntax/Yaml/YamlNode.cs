using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>A node of a YAML document, with the exact place of its text.</summary>
/// <param name="Span">From the node's first character to behind its last, without comments behind it and without its anchor or tag. Quotes,
/// brackets, a block scalar's header and a list's first dash belong to it; a block scalar ends with its last line that is not blank. A
/// value that is left out has an empty span.</param>
public abstract record YamlNode(SourceSpan Span)
{
    /// <summary>The explicit tag as written (<c>!secret</c>), or null.</summary>
    public string? Tag { get; init; }

    /// <summary>The anchor's name, or null.</summary>
    public string? Anchor { get; init; }
}

/// <summary>How a scalar is written.</summary>
public enum YamlScalarStyle
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In single quotes.</summary>
    SingleQuoted,

    /// <summary>In double quotes.</summary>
    DoubleQuoted,

    /// <summary>A literal block, <c>|</c>.</summary>
    Literal,

    /// <summary>A folded block, <c>&gt;</c>.</summary>
    Folded,
}

/// <summary>A scalar; its value has escapes and folding resolved.</summary>
public sealed record YamlScalar(string Value, YamlScalarStyle Style, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>Whether the scalar is null by YAML 1.2's core schema: plain, and empty, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Style == YamlScalarStyle.Plain && Value is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A sequence.</summary>
public sealed record YamlSequence(ImmutableArray<YamlNode> Items, SourceSpan Span) : YamlNode(Span);

/// <summary>A mapping; all entries are kept in the order written, with those whose key is written twice.</summary>
public sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>The first entry whose key is this scalar, or null.</summary>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key is YamlScalar scalar && scalar.Value == key)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The value of the first entry with this key, or null.</summary>
    public YamlNode? this[string key] => Find(key)?.Value;
}

/// <summary>An entry of a mapping.</summary>
public sealed record YamlEntry(YamlNode Key, YamlNode Value);

/// <summary>
/// An alias (<c>*name</c>) and the node it stands for. Aliases share their node; they are never expanded, so who follows
/// every <paramref name="Target"/> of a tree can visit exponentially many nodes: look at a target, do not descend from it.
/// </summary>
/// <param name="Name">The anchor's name, without the asterisk.</param>
/// <param name="Target">
/// The node that last had this anchor in the document; null when none had, and when the alias stands inside that very
/// node, so that no node is its own descendant.
/// </param>
/// <param name="Span">The asterisk and the name.</param>
public sealed record YamlAlias(string Name, YamlNode? Target, SourceSpan Span) : YamlNode(Span);
