using System.Collections.Generic;
using System.Text;

namespace Governance.Engine.Reporting.Writers.Markdown;

/// <summary>A collapsed table that keeps to a number of bytes and says how many rows it left out.</summary>
internal sealed class MarkdownTable(string title, string noun, string[] columns, bool isOpen = false)
{
    private readonly List<string> _rows = [];
    private int _rowBytes;
    private int _leftOut;

    /// <summary>The bytes the table takes without rows, in UTF-8, at most.</summary>
    public int Overhead => Encoding.UTF8.GetByteCount(Render([], int.MaxValue));

    /// <summary>Whether there is anything to show.</summary>
    public bool IsEmpty => _rows.Count == 0 && _leftOut == 0;

    /// <summary>A row of cells that are Markdown already.</summary>
    public static string Row(params string[] cells) => "| " + string.Join(" | ", cells) + " |\n";

    /// <summary>The length of a row in bytes of UTF-8.</summary>
    public static int Bytes(string row) => Encoding.UTF8.GetByteCount(row);

    /// <summary>Adds a row, or counts it as left out.</summary>
    public void Add(string row, bool fits)
    {
        if (fits)
        {
            _rows.Add(row);
        }
        else
        {
            _leftOut++;
        }
    }

    /// <summary>Adds a row where the rows so far leave room for it.</summary>
    public void AddWithin(int budget, string row)
    {
        var fits = _leftOut == 0 && _rowBytes + Bytes(row) <= budget;
        _rowBytes += fits ? Bytes(row) : 0;
        Add(row, fits);
    }

    /// <summary>The table; empty where nothing was added.</summary>
    public string Render() => IsEmpty ? "" : Render(_rows, _leftOut);

    private string Render(List<string> rows, int leftOut)
    {
        var text = new StringBuilder();
        text.Append("<details").Append(isOpen ? " open" : "").Append("><summary>").Append(title);
        text.Append("</summary>\n\n");
        if (rows.Count > 0 || leftOut == int.MaxValue)
        {
            text.Append(Row(columns)).Append('|').Insert(text.Length, "---|", columns.Length).Append('\n');
            text.AppendJoin("", rows).Append('\n');
        }

        if (leftOut > 0)
        {
            text.Append("… and ").Append(Words.Count(leftOut, "more " + noun));
            text.Append(" that did not fit; the other formats have all.\n\n");
        }

        return text.Append("</details>\n\n").ToString();
    }
}
