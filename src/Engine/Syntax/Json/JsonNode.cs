using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Json;

/// <summary>
/// A JSON value with its place in the text. Spans are offsets, so that large notebooks stay cheap;
/// <see cref="JsonTree.Span(JsonNode)"/> turns them into lines and columns.
/// </summary>
/// <param name="Start">The offset of the first character.</param>
/// <param name="Length">The number of characters.</param>
public abstract record JsonNode(int Start, int Length);

/// <summary>An object; all members are kept in the order written, with those whose name is written twice.</summary>
public sealed record JsonObject(ImmutableArray<JsonMember> Members, int Start, int Length) : JsonNode(Start, Length)
{
    /// <summary>The value of the last member of this name, as most readers take it, or null.</summary>
    public JsonNode? this[string name]
    {
        get
        {
            for (var i = Members.Length - 1; i >= 0; i--)
            {
                if (Members[i].Name.Value == name)
                {
                    return Members[i].Value;
                }
            }

            return null;
        }
    }
}

/// <summary>A member of an object.</summary>
public sealed record JsonMember(JsonString Name, JsonNode Value);

/// <summary>An array.</summary>
public sealed record JsonArray(ImmutableArray<JsonNode> Items, int Start, int Length) : JsonNode(Start, Length);

/// <summary>A string; its value has escapes resolved, its place includes the quotes.</summary>
public sealed record JsonString(string Value, int Start, int Length) : JsonNode(Start, Length);

/// <summary>A number, as written.</summary>
public sealed record JsonNumber(string Text, int Start, int Length) : JsonNode(Start, Length);

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
public sealed record JsonLiteral(string Text, int Start, int Length) : JsonNode(Start, Length);
