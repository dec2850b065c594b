using System;
using System.Text;

namespace Governance.Engine.Secrets.Detection;

/// <summary>Knows a JSON web token: a header in base64url that names an algorithm (https://www.rfc-editor.org/rfc/rfc7519).</summary>
internal static class JsonWebToken
{
    /// <summary>No algorithm makes shorter signatures, in characters; a token without an algorithm has none at all.</summary>
    private const int ShortestSignature = 20;

    private static readonly string[] Members = ["\"alg\"", "\"typ\"", "\"kid\""];

    /// <summary>Whether the first part is a header, as far as it can be read, and the last one may be a signature.</summary>
    public static bool Is(string token)
    {
        var dot = token.IndexOf('.');
        var signature = token.Length - 1 - token.LastIndexOf('.');
        return dot > 0
            && signature is 0 or >= ShortestSignature
            && Decode(token.Substring(0, dot)) is { } header
            && Array.Exists(Members, member => header.IndexOf(member, StringComparison.Ordinal) >= 0);
    }

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
