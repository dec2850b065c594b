using System.Linq;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>The type of a value that is written as JSON.</summary>
internal static class JsonType
{
    /// <summary>The type, and what makes the text no JSON, or null.</summary>
    public static (ExpressionType Type, string? Problem) Of(string json)
    {
        var tree = JsonReader.Read(new SourceText(json));
        return tree.Problem is { } problem || tree.Root is null
            ? (ExpressionType.Any, tree.Problem?.Message ?? "it is empty")
            : (Of(tree.Root), null);
    }

    // JSON nests no deeper than its reader allows.
    private static ExpressionType Of(JsonNode node) =>
        node switch
        {
            JsonObject json => ExpressionType.Object(
                json.Members.Select(static member => new NamedType(member.Name.Value, Of(member.Value)))
            ),
            JsonArray array => ExpressionType.ArrayOf(
                array.Items.IsEmpty ? ExpressionType.Any : array.Items.Select(Of).Aggregate(ExpressionType.Join)
            ),
            JsonString => ExpressionType.String,
            JsonNumber => ExpressionType.Number,
            JsonLiteral { Kind: JsonLiteralKind.Null } => ExpressionType.Null,
            JsonLiteral => ExpressionType.Bool,
            _ => ExpressionType.Any,
        };
}
