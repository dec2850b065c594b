using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Governance.Engine.Findings;

namespace Governance.Engine.Reporting.Writers;

/// <summary>The flagged line of a file, masked and cut to a width, and a line of carets to stand below it.</summary>
/// <param name="Line">The line; tabs are kept, other control characters are escaped, <c>…</c> stands where it is cut.</param>
/// <param name="Carets">Blanks, and tabs where the line has them, up to the flagged part; then a caret for each of its cells.</param>
/// <param name="FlaggedFrom">Where in <paramref name="Line"/> the flagged part begins.</param>
/// <param name="FlaggedTo">Where it ends.</param>
internal sealed record Excerpt(string Line, string Carets, int FlaggedFrom, int FlaggedTo)
{
    /// <summary>The most cells an excerpt takes, without the two signs of cutting.</summary>
    public const int Width = 100;

    // Enough characters on either side to fill the width, also with a combining mark or two on each.
    private const int Reach = 4 * Width;
    private const int TabWidth = 8;
    private const char Cut = '…';

    /// <summary>The excerpt at a place; null where there is no text to show.</summary>
    public static Excerpt? Of(RedactedReport report, Location location)
    {
        if (report.Around(location, Reach) is not { } stretch || string.IsNullOrWhiteSpace(stretch.Text))
        {
            return null;
        }

        var cells = Cells(stretch);
        var first = cells.FindIndex(static cell => cell.IsFlagged);
        first = first < 0 ? cells.FindIndex(cell => cell.Index >= stretch.FlaggedFrom) : first;
        first = first < 0 ? cells.Count : first;
        var (from, to) = Window(cells, first);
        return Draw(stretch, cells, from, to, first);
    }

    private static List<Cell> Cells(RedactedStretch stretch)
    {
        var cells = new List<Cell>();
        for (var index = 0; index < stretch.Text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(stretch.Text, index);
            var shown = new StringBuilder();
            for (var i = index; i < index + length; i++)
            {
                VisibleText.Append(shown, stretch.Text, i, keepTabs: true);
            }

            var text = shown.ToString();
            var isEscape = text.Length != length;
            var width =
                text == "\t" ? TabWidth
                : isEscape ? text.Length
                : CellWidth.Of(stretch.Text, index, length);
            var isFlagged = index + length > stretch.FlaggedFrom && index < stretch.FlaggedTo;
            cells.Add(new Cell(index, text, width, isFlagged));
            index += length;
        }

        return cells;
    }

    // A third of the width goes to what stands before the flagged part, more where less follows it.
    private static (int From, int To) Window(List<Cell> cells, int first)
    {
        if (cells.Sum(static cell => cell.Width) <= Width)
        {
            return (0, cells.Count);
        }

        var (from, to, used) = (first, first, 0);
        while (from > 0 && used + cells[from - 1].Width <= Width / 3)
        {
            used += cells[--from].Width;
        }

        while (to < cells.Count && used + cells[to].Width <= Width)
        {
            used += cells[to++].Width;
        }

        while (from > 0 && used + cells[from - 1].Width <= Width)
        {
            used += cells[--from].Width;
        }

        return (from, to);
    }

    private static Excerpt Draw(RedactedStretch stretch, List<Cell> cells, int from, int to, int first)
    {
        var line = new StringBuilder();
        var carets = new StringBuilder();
        var (flaggedFrom, flaggedTo) = (-1, -1);
        if (from > 0 || stretch.IsCutBefore)
        {
            line.Append(Cut);
            carets.Append(' ');
        }

        for (var i = from; i < to; i++)
        {
            var cell = cells[i];
            if (i == first)
            {
                flaggedFrom = line.Length;
            }

            if (cell.IsFlagged)
            {
                carets.Append('^', cell.Text == "\t" ? 1 : Math.Max(1, cell.Width));
                flaggedTo = line.Length + cell.Text.Length;
            }
            else if (i < first)
            {
                carets.Append(cell.Text == "\t" ? "\t" : new string(' ', cell.Width));
            }

            line.Append(cell.Text);
        }

        flaggedFrom = flaggedFrom < 0 ? line.Length : flaggedFrom;
        if (to < cells.Count || stretch.IsCutAfter)
        {
            line.Append(Cut);
        }

        if (flaggedTo < 0)
        {
            carets.Append('^');
            flaggedTo = flaggedFrom;
        }

        return new Excerpt(line.ToString(), carets.ToString(), flaggedFrom, flaggedTo);
    }

    // Text is what one grapheme is shown as; Index is its place in the stretch; Width counts cells.
    private readonly record struct Cell(int Index, string Text, int Width, bool IsFlagged);
}
