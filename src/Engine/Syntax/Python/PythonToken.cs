namespace Governance.Engine.Syntax.Python;

/// <summary>A name or one character of punctuation in Python source. Strings, numbers and comments are no tokens here.</summary>
/// <param name="Start">The offset of the first character.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="Indent">The column offset (0-based) for the first token of a statement's line; -1 for others.</param>
internal readonly record struct PythonToken(int Start, int Length, int Indent)
{
    /// <summary>Whether the token is this text.</summary>
    public bool Is(string source, string text) =>
        Length == text.Length && string.CompareOrdinal(source, Start, text, 0, Length) == 0;

    /// <summary>Whether the token begins with this text.</summary>
    public bool StartsWith(string source, string text) =>
        Length >= text.Length && string.CompareOrdinal(source, Start, text, 0, text.Length) == 0;

    /// <summary>The token's text.</summary>
    public string Text(string source) => source.Substring(Start, Length);
}
