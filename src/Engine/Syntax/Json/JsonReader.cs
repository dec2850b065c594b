namespace Governance.Engine.Syntax.Json;

/// <summary>
/// Reads JSON (<see href="https://www.rfc-editor.org/rfc/rfc8259"/>) into a tree with exact places: in one pass, in time
/// linear in the text. It never throws, whatever the text.
/// </summary>
public static class JsonReader
{
    /// <summary>How deep objects and arrays may nest; deeper text is a problem, not a crash.</summary>
    public const int MaxDepth = 256;

    /// <summary>Reads a text up to its end or its first problem.</summary>
    public static JsonTree Read(SourceText text)
    {
        var parser = new JsonParser(text);
        var root = parser.ParseDocument();
        return new JsonTree(text, root, parser.Problem);
    }
}
