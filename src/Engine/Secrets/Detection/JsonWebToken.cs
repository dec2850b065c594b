using System;
using System.Text;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Secrets.Detection;

/// <summary>Knows a JSON web token: a header in base64url that names an algorithm (https://www.rfc-editor.org/rfc/rfc7519).</summary>
internal static class JsonWebToken
{
    /// <summary>Whether the first part is a JSON object, or the beginning of one, that looks like a header.</summary>
    public static bool Is(string token)
    {
        var dot = token.IndexOf('.');
        return dot > 0 && Decode(token.Substring(0, dot)) is { } header && HasAlgorithm(header);
    }

    private static bool HasAlgorithm(string header) =>
        JsonReader.Read(new SourceText(header)).Root is JsonObject json
            ? json["alg"] is JsonString || json["typ"] is JsonString || json["kid"] is JsonString
            : header.IndexOf("\"alg\"", StringComparison.Ordinal) >= 0;

    private static string? Decode(string part)
    {
        var text = part.Replace('-', '+').Replace('_', '/');
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
