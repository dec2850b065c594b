using System;
using System.Collections.Generic;

namespace Governance.Engine.Syntax.CSharp;

/// <summary>
/// C# without what is no code. It knows strings and comments and nothing of the language's meaning, which is the compiler's.
/// https://learn.microsoft.com/en-us/dotnet/csharp/language-reference/language-specification/lexical-structure
/// </summary>
internal static class CSharpText
{
    /// <summary>The text with comments, strings and characters blank, so that all else stands where it stood. It takes any text.</summary>
    public static string Code(string text)
    {
        var code = text.ToCharArray();
        for (var at = 0; at < text.Length; )
        {
            var end = End(text, at);
            if (end == at)
            {
                at++;
                continue;
            }

            for (; at < end; at++)
            {
                code[at] = text[at] is '\n' or '\r' ? text[at] : ' ';
            }
        }

        return new string(code);
    }

    /// <summary>The offsets of a name in code, where it stands as a whole word.</summary>
    public static IEnumerable<int> Find(string code, string name)
    {
        for (
            var at = code.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = code.IndexOf(name, at + name.Length, StringComparison.Ordinal)
        )
        {
            var behind = at + name.Length;
            if ((at == 0 || !IsNamePart(code[at - 1])) && (behind == code.Length || !IsNamePart(code[behind])))
            {
                yield return at;
            }
        }
    }

    private static int End(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        return text[at] switch
        {
            '/' when next == '/' => Until(text, at, "\n"),
            '/' when next == '*' => Behind(text, at + 2, "*/"),
            '\'' => EndOfString(text, at, '\''),
            '"' => EndOfQuoted(text, at),
            '@' when next == '"' => EndOfVerbatim(text, at + 1),
            '$' when next == '@' && at + 2 < text.Length && text[at + 2] == '"' => EndOfVerbatim(text, at + 2),
            '@' when next == '$' && at + 2 < text.Length && text[at + 2] == '"' => EndOfVerbatim(text, at + 2),
            _ => at,
        };
    }

    private static int EndOfQuoted(string text, int at)
    {
        var quotes = 0;
        while (at + quotes < text.Length && text[at + quotes] == '"')
        {
            quotes++;
        }

        return quotes >= 3
            ? Behind(text, at + quotes, new string('"', Math.Min(quotes, 16)))
            : EndOfString(text, at, '"');
    }

    private static int EndOfString(string text, int at, char quote)
    {
        for (at++; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == quote)
            {
                return at + 1;
            }
        }

        return Math.Min(at, text.Length);
    }

    private static int EndOfVerbatim(string text, int quote)
    {
        for (var at = quote + 1; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 == text.Length || text[at + 1] != '"')
                {
                    return at + 1;
                }

                at++;
            }
        }

        return text.Length;
    }

    private static int Until(string text, int at, string end)
    {
        var found = text.IndexOf(end, at, StringComparison.Ordinal);
        return found < 0 ? text.Length : found;
    }

    private static int Behind(string text, int at, string end)
    {
        var found = at > text.Length ? -1 : text.IndexOf(end, at, StringComparison.Ordinal);
        return found < 0 ? text.Length : found + end.Length;
    }

    private static bool IsNamePart(char c) => c == '_' || char.IsLetterOrDigit(c);
}
