using System;
using System.Globalization;
using System.Text;

namespace Governance.Engine.Reporting.Writers;

/// <summary>
/// Text that does nothing but show itself: control and direction characters are written as escapes, so that a path or
/// a line of a checked file can neither drive a terminal nor give orders to the CI system that reads the log.
/// </summary>
internal static class VisibleText
{
    /// <summary>The text on one line, with tabs kept where <paramref name="keepTabs"/> says so.</summary>
    public static string Of(string text, bool keepTabs = false)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            Append(shown, text, i, keepTabs);
        }

        return shown.ToString();
    }

    /// <summary>Appends the character at an index as it is shown.</summary>
    public static void Append(StringBuilder shown, string text, int index, bool keepTabs)
    {
        var character = text[index];
        if (character == '\t' && keepTabs)
        {
            shown.Append('\t');
        }
        else if (IsUnsafe(character) || BeginsCommand(text, index))
        {
            shown.Append(Escaped(character));
        }
        else
        {
            shown.Append(character);
        }
    }

    private static string Escaped(char character) =>
        character switch
        {
            '\n' => @"\n",
            '\r' => @"\r",
            '\t' => @"\t",
            _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
        };

    // Format characters but the joiners, which emoji and several scripts need.
    private static bool IsUnsafe(char character) =>
        char.IsControl(character)
        || character is '\u2028' or '\u2029'
        || (character is not ('\u200C' or '\u200D') && char.GetUnicodeCategory(character) == UnicodeCategory.Format);

    // Azure Pipelines looks for ##vso[ and ##[ anywhere in a line, GitHub Actions for :: where a line begins.
    private static bool BeginsCommand(string text, int index) =>
        text[index] switch
        {
            '#' => StartsWith(text, index, "##vso[") || StartsWith(text, index, "##["),
            ':' => StartsWith(text, index, "::") && text.AsSpan(0, index).IsWhiteSpace(),
            _ => false,
        };

    private static bool StartsWith(string text, int index, string command) =>
        string.Compare(text, index, command, 0, command.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
