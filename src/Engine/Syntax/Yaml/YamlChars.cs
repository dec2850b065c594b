using System.Runtime.CompilerServices;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// The classes of characters YAML tells apart (https://yaml.org/spec/1.2.2/#chapter-5-character-productions). Where a
/// text has ended, '\0' stands for its next character: no text of a reading holds one.
/// </summary>
internal static class YamlChars
{
    /// <summary>Whether a character is a space or a tab.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlank(char c) => c is ' ' or '\t';

    /// <summary>Whether a character ends a line. U+0085, U+2028 and U+2029 do in YAML 1.1 only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBreak(char c) => c is '\n' or '\r';

    /// <summary>Whether a character separates tokens, or is the text's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSpaceOrEnd(char c) => c is ' ' or '\t' or '\n' or '\r' or '\0';

    /// <summary>Whether a character structures flow collections.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFlowIndicator(char c) => c is ',' or '[' or ']' or '{' or '}';

    /// <summary>Whether no plain text may go on behind an indicator that this character follows.</summary>
    public static bool EndsIndicator(char c, bool isFlow) => IsSpaceOrEnd(c) || (isFlow && IsFlowIndicator(c));

    /// <summary>The offset behind the line break at an offset; CR LF is one.</summary>
    public static int BehindBreak(string text, int offset, int end) =>
        text[offset] == '\r' && offset + 1 < end && text[offset + 1] == '\n' ? offset + 2 : offset + 1;

    /// <summary>The offset of the first character at or behind an offset that is neither space nor tab.</summary>
    public static int SkipBlanks(string text, int offset, int end)
    {
        while (offset < end && IsBlank(text[offset]))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>The offset behind the last character between two offsets that is neither space nor tab.</summary>
    public static int TrimBlanks(string text, int start, int end)
    {
        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
