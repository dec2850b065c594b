namespace Governance.Engine.Syntax.Json;

/// <summary>Words for what stands where JSON allows something else.</summary>
internal static class JsonProblems
{
    private const int LongestExcerpt = 30;

    // https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
    private static readonly string[] ConflictMarkers = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

    /// <summary>Says what stands at an offset, and what was expected there.</summary>
    public static (string Message, int Length) At(string text, int offset, string expected)
    {
        if (offset >= text.Length)
        {
            return ($"the file ends where {expected} was expected", 0);
        }

        foreach (var marker in ConflictMarkers)
        {
            if (IsAt(text, offset, marker) && IsAtLineStart(text, offset))
            {
                return ($"a conflict marker of Git stands here: {marker}", marker.Length);
            }
        }

        if (IsAt(text, offset, "//") || IsAt(text, offset, "/*") || text[offset] == '#')
        {
            return ($"a comment stands where {expected} was expected; JSON has no comments", 1);
        }

        var end = WordEnd(text, offset);
        if (end == offset)
        {
            return Character(text, offset, expected);
        }

        var word = text.Substring(offset, end - offset);
        return IsNotANumber(word)
            ? (Number(text, offset, end), word.Length)
            : ($"'{Shorten(text, offset, end)}' stands where {expected} was expected", word.Length);
    }

    /// <summary>Says what is wrong with a number.</summary>
    public static string Number(string text, int start, int end) =>
        IsNotANumber(text.Substring(start, end - start))
            ? $"'{text.Substring(start, end - start)}' is a number in Python and JavaScript, but not in JSON"
            : $"'{Shorten(text, start, end)}' is not a JSON number";

    /// <summary>Where the letters, digits and signs that make up a word or number end.</summary>
    public static int WordEnd(string text, int offset)
    {
        while (offset < text.Length && (char.IsLetterOrDigit(text[offset]) || text[offset] is '-' or '+' or '.' or '_'))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>A stretch of text, cut where it is too long to show.</summary>
    public static string Shorten(string text, int start, int end)
    {
        if (end - start <= LongestExcerpt)
        {
            return text.Substring(start, end - start);
        }

        var cut = char.IsHighSurrogate(text[start + LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt;
        return text.Substring(start, cut) + "...";
    }

    /// <summary>A string as written, cut where it is too long to show.</summary>
    public static string Excerpt(JsonString name) => Shorten(name.ToString(), 0, name.Length);

    private static (string Message, int Length) Character(string text, int offset, string expected)
    {
        var length = offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]) ? 2 : 1;
        var isVisible =
            length == 2
            || !(char.IsControl(text[offset]) || char.IsWhiteSpace(text[offset]) || char.IsSurrogate(text[offset]));
        var shown = isVisible ? $"'{text.Substring(offset, length)}'" : $"the character U+{(int)text[offset]:X4}";
        return text[offset] == '\''
            ? ($"a single quote stands where {expected} was expected; JSON knows double quotes only", 1)
            : ($"{shown} stands where {expected} was expected", length);
    }

    private static bool IsNotANumber(string word) =>
        word.TrimStart('-', '+') is "NaN" or "nan" or "Infinity" or "inf" or "Inf";

    private static bool IsAt(string text, int offset, string what) =>
        string.CompareOrdinal(text, offset, what, 0, what.Length) == 0;

    private static bool IsAtLineStart(string text, int offset) => offset == 0 || text[offset - 1] is '\n' or '\r';
}
