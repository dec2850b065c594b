using System.Linq;

namespace Governance.Engine.Secrets;

/// <summary>Tells what a machine made up, as keys and tokens are, from what people write.</summary>
public static class GeneratedText
{
    /// <summary>No service gives out shorter ones, in characters.</summary>
    private const int Shortest = 12;

    /// <summary>Whether the text may be a key or token: long enough, letters and digits, no blanks, and nothing in a secret's place.</summary>
    public static bool Is(string text) =>
        text.Length >= Shortest
        && !text.Any(char.IsWhiteSpace)
        && text.Any(char.IsDigit)
        && text.Any(char.IsLetter)
        && !PlaceholderText.Is(text)
        && !PublishedSecrets.Contains(text);
}
