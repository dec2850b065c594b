using System.Linq;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>Knows the name a person signs in with: <c>ana@contoso.com</c>.</summary>
internal static class MailAddress
{
    /// <summary>Whether the text is such a name and nothing else.</summary>
    public static bool Is(string text)
    {
        var at = text.IndexOf('@');
        return at > 0
            && text.IndexOf('.', at) > at + 1
            && text[text.Length - 1] != '.'
            && text.All(static sign =>
                char.IsLetterOrDigit(sign) || sign is '@' or '.' or '_' or '-' or '+' or '\'' or '#'
            )
            && text.IndexOf('@', at + 1) < 0;
    }
}
