namespace Governance.Engine.Syntax.Json;

/// <summary>Reads RFC 8259 JSON into a tree with exact places. It never throws, whatever the text.</summary>
public static class JsonReader
{
    /// <summary>How deep objects and arrays may nest; deeper text is a problem, not a crash.</summary>
    public const int MaxDepth = 256;

    /// <summary>Reads a text.</summary>
    public static JsonTree Read(SourceText text) => new(text, null, null);
}
