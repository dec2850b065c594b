using System.Globalization;
using System.Text;

namespace Governance.Engine.Reporting.Writers;

/// <summary>How many cells of a terminal a character takes, as most terminals draw it.</summary>
internal static class CellWidth
{
    /// <summary>The width of one grapheme: 0, 1 or 2 cells.</summary>
    public static int Of(string text, int index, int length)
    {
        if (!Rune.TryGetRuneAt(text, index, out var first))
        {
            return 1;
        }

        // U+FE0F asks for the colourful form of a symbol, which is a wide one.
        var isEmoji = text.IndexOf('\uFE0F', index, length) >= 0;
        return isEmoji || IsWide(first.Value) ? 2
            : IsZeroWidth(first) ? 0
            : 1;
    }

    private static bool IsZeroWidth(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;

    // The wide and full-width ranges of https://www.unicode.org/reports/tr11/, joined where only unassigned ones lie between.
    private static bool IsWide(int value) =>
        value
            is (>= 0x1100 and <= 0x115F)
                or 0x231A
                or 0x231B
                or (>= 0x23E9 and <= 0x23EC)
                or 0x2705
                or 0x274C
                or 0x2728
                or (>= 0x2E80 and <= 0x303E)
                or (>= 0x3041 and <= 0x33FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0xA4CF)
                or (>= 0xA960 and <= 0xA97F)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE6F)
                or (>= 0xFF00 and <= 0xFF60)
                or (>= 0xFFE0 and <= 0xFFE6)
                or (>= 0x1F300 and <= 0x1F64F)
                or (>= 0x1F680 and <= 0x1F6FF)
                or (>= 0x1F7E0 and <= 0x1F7EB)
                or (>= 0x1F900 and <= 0x1FAFF)
                or (>= 0x20000 and <= 0x3FFFD);
}
