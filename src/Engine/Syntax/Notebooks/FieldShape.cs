using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Syntax.Notebooks;

/// <summary>What the value of a field may be.</summary>
internal enum FieldShape
{
    Anything,
    Text,
    TextNotEmpty,
    TextOrLines,
    Lines,
    Flag,
    FlagOrAuto,
    Integer,
    PositiveInteger,
    IntegerOrNull,
    Object,
    ObjectOfTexts,
    TextOrObject,
    Array,
    Tags,
    CellId,
    MimeBundle,
    Attachments,
}

/// <summary>Compares values with shapes.</summary>
internal static class FieldShapes
{
    public static bool Fits(JsonNode value, FieldShape shape) =>
        shape switch
        {
            FieldShape.Text => value is JsonString,
            FieldShape.TextNotEmpty => value is JsonString text && !text.Is(""),
            FieldShape.TextOrLines => value is JsonString || IsLines(value),
            FieldShape.Lines => IsLines(value),
            FieldShape.Flag => value is JsonLiteral { Kind: not JsonLiteralKind.Null },
            FieldShape.FlagOrAuto => value is JsonLiteral { Kind: not JsonLiteralKind.Null }
                || (value is JsonString text && text.Is("auto")),
            FieldShape.Integer => value is JsonNumber { WholeNumber: >= 0 },
            FieldShape.PositiveInteger => value is JsonNumber { WholeNumber: >= 1 },
            FieldShape.IntegerOrNull => value
                is JsonNumber { WholeNumber: >= 0 }
                    or JsonLiteral { Kind: JsonLiteralKind.Null },
            FieldShape.Object => value is JsonObject,
            FieldShape.ObjectOfTexts => value is JsonObject map && map.Members.All(static m => m.Value is JsonString),
            FieldShape.TextOrObject => value is JsonString or JsonObject,
            FieldShape.Array => value is JsonArray,
            FieldShape.Tags => value is JsonArray tags && AreTags(tags),
            FieldShape.CellId => value is JsonString id && IsCellId(id.Value),
            FieldShape.MimeBundle => value is JsonObject bundle && IsMimeBundle(bundle),
            FieldShape.Attachments => value is JsonObject files
                && files.Members.All(static file => file.Value is JsonObject bundle && IsMimeBundle(bundle)),
            _ => true,
        };

    /// <summary>The shape in words, to stand behind "is not".</summary>
    public static string Describe(FieldShape shape) =>
        shape switch
        {
            FieldShape.Text => "a string",
            FieldShape.TextNotEmpty => "a string with something in it",
            FieldShape.TextOrLines => "a string or a list of strings",
            FieldShape.Lines => "a list of strings",
            FieldShape.Flag => "true or false",
            FieldShape.FlagOrAuto => "true, false or \"auto\"",
            FieldShape.Integer => "a whole number",
            FieldShape.PositiveInteger => "a whole number above 0",
            FieldShape.IntegerOrNull => "a whole number or null",
            FieldShape.Object => "an object",
            FieldShape.ObjectOfTexts => "an object of strings",
            FieldShape.TextOrObject => "a string or an object",
            FieldShape.Array => "a list",
            FieldShape.Tags => "a list of different strings without commas",
            FieldShape.CellId => "1 to 64 letters, digits, '-' and '_'",
            FieldShape.MimeBundle => "an object of texts by MIME type",
            FieldShape.Attachments => "an object of attachments by file name",
            _ => "a value",
        };

    private static bool IsLines(JsonNode value) =>
        value is JsonArray list && list.Items.All(static item => item is JsonString);

    private static bool AreTags(JsonArray list)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return list.Items.All(item =>
            item is JsonString tag && !tag.Is("") && tag.Raw.IndexOf(',') < 0 && seen.Add(tag.Value)
        );
    }

    private static bool IsCellId(string id) =>
        id.Length is >= 1 and <= 64
        && id.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_');

    /// <summary>Data of a JSON MIME type may be anything, all other data is text.</summary>
    private static bool IsMimeBundle(JsonObject bundle) =>
        bundle.Members.All(static entry =>
            entry.Value is JsonString || IsLines(entry.Value) || IsJsonMimeType(entry.Name.Value)
        );

    private static bool IsJsonMimeType(string type) =>
        type == "application/json"
        || (
            type.StartsWith("application/", StringComparison.Ordinal)
            && type.EndsWith("+json", StringComparison.Ordinal)
        );
}
