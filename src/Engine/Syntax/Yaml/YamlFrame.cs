namespace Governance.Engine.Syntax.Yaml;

/// <summary>How a collection is written.</summary>
internal enum YamlFrameKind
{
    /// <summary>Items behind dashes.</summary>
    BlockSequence,

    /// <summary>Keys below each other.</summary>
    BlockMapping,

    /// <summary>In brackets.</summary>
    FlowSequence,

    /// <summary>In braces.</summary>
    FlowMapping,

    /// <summary>A mapping of one entry without braces, which is an item in brackets.</summary>
    FlowPair,
}

/// <summary>What an open collection waits for.</summary>
internal enum YamlAwaits
{
    /// <summary>Nothing: its last item or entry is complete.</summary>
    Nothing,

    /// <summary>An item.</summary>
    Item,

    /// <summary>A key.</summary>
    Key,

    /// <summary>The colon behind a key; without one the value is left out.</summary>
    Colon,

    /// <summary>The value behind a colon.</summary>
    Value,
}

/// <summary>A collection that is not closed yet.</summary>
internal struct YamlFrame
{
    /// <summary>How it is written.</summary>
    public YamlFrameKind Kind;

    /// <summary>What it waits for.</summary>
    public YamlAwaits Awaits;

    /// <summary>Whether a question mark announced the key.</summary>
    public bool IsExplicit;

    /// <summary>Whether the key ends by itself (a quote, a bracket), so that a colon behind it needs no space.</summary>
    public bool IsJsonKey;

    /// <summary>The column (from 0) of a block collection's keys or dashes.</summary>
    public int Indent;

    /// <summary>Its first character.</summary>
    public YamlMark Start;

    /// <summary>Its anchor.</summary>
    public string? Anchor;

    /// <summary>Its tag.</summary>
    public string? Tag;

    /// <summary>How many items or entries of the collections around it wait.</summary>
    public int Base;

    /// <summary>The key whose value is awaited.</summary>
    public YamlNode? Key;

    /// <summary>Whether it is a sequence.</summary>
    public readonly bool IsSequence => Kind is YamlFrameKind.BlockSequence or YamlFrameKind.FlowSequence;

    /// <summary>Whether it waits for a node.</summary>
    public readonly bool AwaitsNode => Awaits is YamlAwaits.Item or YamlAwaits.Key or YamlAwaits.Value;
}
