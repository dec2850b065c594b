namespace Governance.Engine.Secrets.Detection;

/// <summary>Tells whether a token begins at a place or goes on there.</summary>
internal static class WordStart
{
    /// <summary>Whether no token reaches up to <paramref name="at"/>; the letter of an escape such as <c>\n</c> is none.</summary>
    public static bool Is(string text, int at)
    {
        if (at == 0 || !IsPart(text[at]) || !IsPart(text[at - 1]))
        {
            return true;
        }

        return text[at - 1] is 'n' or 'r' or 't' && at > 1 && text[at - 2] == '\\';
    }

    private static bool IsPart(char sign) =>
        sign is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
