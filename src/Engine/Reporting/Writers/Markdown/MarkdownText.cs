using System;
using System.Text;

namespace Governance.Engine.Reporting.Writers.Markdown;

/// <summary>
/// Text of others inside our Markdown: it stays text. It makes no cell, no link, no HTML, and calls nobody by <c>@name</c>.
/// </summary>
internal static class MarkdownText
{
    /// <summary>The most characters of one text; the rest is cut, with a sign.</summary>
    public const int Longest = 1000;

    // A zero-width space keeps forges from making a link of what stands on both sides of it.
    private const string NoLink = "&#8203;";

    /// <summary>The text on one line, for prose and for cells of a table.</summary>
    public static string Of(string text)
    {
        var visible = VisibleText.Of(Cut(text));
        var escaped = new StringBuilder(visible.Length + 16);
        foreach (var character in visible)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '@' or '#' => escaped.Append('\\').Append(character).Append(NoLink),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '!' => escaped.Append('\\').Append(character),
                _ => escaped.Append(character),
            };
        }

        return escaped
            .Replace("://", ":" + NoLink + "//")
            .Replace("www.", "www" + NoLink + ".")
            .Replace("WWW.", "WWW" + NoLink + ".")
            .ToString();
    }

    /// <summary>The text as code, for cells of a table.</summary>
    public static string Code(string text)
    {
        var visible = VisibleText.Of(Cut(text)).Replace("|", "\\|", StringComparison.Ordinal);
        var fence = new string('`', LongestRunOfBackticks(visible) + 1);
        var pad = visible.StartsWith('`') || visible.EndsWith('`') || string.IsNullOrWhiteSpace(visible) ? " " : "";
        return fence + pad + visible + pad + fence;
    }

    private static string Cut(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..end] + "…";
    }

    private static int LongestRunOfBackticks(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
