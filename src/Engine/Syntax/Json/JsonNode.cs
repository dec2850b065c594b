using System.Collections.Immutable;
using System.Globalization;

namespace Governance.Engine.Syntax.Json;

/// <summary>
/// A JSON value with its place in the text. Places are offsets, so that large notebooks stay cheap;
/// <see cref="JsonTree.Span(JsonNode)"/> turns them into lines and columns. Nothing of the text is copied
/// before it is asked for.
/// </summary>
public abstract class JsonNode
{
    private protected JsonNode(int start, int end)
    {
        Start = start;
        End = end;
    }

    /// <summary>The offset of the first character.</summary>
    public int Start { get; }

    /// <summary>The offset behind the last character.</summary>
    public int End { get; }

    /// <summary>The number of characters.</summary>
    public int Length => End - Start;
}

/// <summary>An object; all members are kept in the order written, with those whose name is written twice.</summary>
public sealed class JsonObject : JsonNode
{
    internal JsonObject(ImmutableArray<JsonMember> members, int start, int end)
        : base(start, end) => Members = members;

    /// <summary>The members in the order written.</summary>
    public ImmutableArray<JsonMember> Members { get; }

    /// <summary>The value of the last member of this name, as most readers take it, or null.</summary>
    public JsonNode? this[string name] => Find(name)?.Value;

    /// <summary>The last member of this name, or null.</summary>
    public JsonMember? Find(string name)
    {
        for (var i = Members.Length - 1; i >= 0; i--)
        {
            if (Members[i].Name.Is(name))
            {
                return Members[i];
            }
        }

        return null;
    }
}

/// <summary>A member of an object.</summary>
public readonly record struct JsonMember(JsonString Name, JsonNode Value);

/// <summary>An array.</summary>
public sealed class JsonArray : JsonNode
{
    internal JsonArray(ImmutableArray<JsonNode> items, int start, int end)
        : base(start, end) => Items = items;

    /// <summary>The items in the order written.</summary>
    public ImmutableArray<JsonNode> Items { get; }
}

/// <summary>A number.</summary>
public sealed class JsonNumber : JsonNode
{
    private readonly string _text;

    internal JsonNumber(string text, int start, int end)
        : base(start, end) => _text = text;

    /// <summary>The number as written.</summary>
    public string Text => _text.Substring(Start, Length);

    /// <summary>The number, when it is written without fraction and exponent and fits 64 bits; else null.</summary>
    public long? WholeNumber =>
        Length <= 20 && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}

/// <summary>What a <see cref="JsonLiteral"/> says.</summary>
public enum JsonLiteralKind
{
    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>false</c>.</summary>
    False,

    /// <summary><c>true</c>.</summary>
    True,
}

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
public sealed class JsonLiteral : JsonNode
{
    internal JsonLiteral(JsonLiteralKind kind, int start, int end)
        : base(start, end) => Kind = kind;

    /// <summary>Which of the three.</summary>
    public JsonLiteralKind Kind { get; }
}
