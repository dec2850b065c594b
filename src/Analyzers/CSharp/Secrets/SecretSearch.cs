using System;
using Governance.Engine.Secrets;

namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>Finds the secret in a text that is given to where secrets go.</summary>
internal static class SecretSearch
{
    /// <summary>The secret; null where there is none, where only a run tells it, or where something stands in its place.</summary>
    public static StoredSecret? In(StoredText text, SecretKind kind) =>
        kind.Form switch
        {
            SecretForm.ConnectionString => ConnectionStringSecrets.Find(text.Text),
            SecretForm.Header => InHeader(text.Text, kind.What),
            SecretForm.Address => InAddress(text.Text),
            SecretForm.Generated => Of(text.Text, 0, text.Text.Length, kind.What, GeneratedText.Is),
            _ => Of(text.Text, 0, text.Text.Length, kind.What, IsChosen),
        };

    // "Bearer token", "Basic " and a user with a password, or one of them without the scheme.
    private static StoredSecret? InHeader(string text, string what)
    {
        var start = text.IndexOf(' ') + 1;
        var colon = text.IndexOf(':', start);
        return colon < 0
            ? Of(text, start, text.Length, what, GeneratedText.Is)
            : Of(text, colon + 1, text.Length, "A password", IsChosen);
    }

    private static StoredSecret? InAddress(string text)
    {
        var start = text.IndexOf("sig=", StringComparison.Ordinal);
        if (start < 1 || text[start - 1] is not ('?' or '&'))
        {
            return null;
        }

        start += "sig=".Length;
        var end = text.IndexOf('&', start);
        return Of(text, start, end < 0 ? text.Length : end, "A shared access signature", GeneratedText.Is);
    }

    private static StoredSecret? Of(string text, int start, int end, string what, Func<string, bool> isSecret)
    {
        var value = text.Substring(start, end - start);
        return value.IndexOf(ConnectionStringSecrets.Unknown) < 0 && isSecret(value)
            ? new StoredSecret(start, value.Length, what)
            : null;
    }

    private static bool IsChosen(string text) => !PlaceholderText.Is(text) && !PublishedSecrets.Contains(text);
}
