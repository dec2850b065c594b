using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Facts.Readers.Scripts;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Notebooks;
using Governance.Engine.Syntax.Python;

namespace Governance.Engine.Facts.Readers.SignIn;

/// <summary>
/// The Python of a source file or of all code cells of a notebook, in which what one cell imports the others use. Lines for the shell and
/// magics are no Python; a string that a cell leaves open ends with the cell.
/// </summary>
internal sealed class PythonCode
{
    private readonly List<(int Start, Func<int, int, SourceSpan> Span)> _parts = [];

    private PythonCode(ParsedFile file)
    {
        var text = new StringBuilder();
        foreach (var (part, span) in Parts(file))
        {
            _parts.Add((text.Length, span));
            foreach (var token in PythonScanner.Scan(part))
            {
                Tokens.Add(token with { Start = token.Start + text.Length });
            }

            text.Append(part).Append('\n');
        }

        Text = text.ToString();
        Imports = new PythonImports(Text, Tokens);
    }

    /// <summary>All of it as one text.</summary>
    public string Text { get; }

    /// <summary>Its names and punctuation.</summary>
    public List<PythonToken> Tokens { get; } = [];

    /// <summary>What its names stand for.</summary>
    public PythonImports Imports { get; }

    /// <summary>The Python of a file.</summary>
    public static PythonCode Of(ParsedFile file) => new(file);

    /// <summary>The place in the file from one token to another.</summary>
    public SourceSpan Span(PythonToken first, PythonToken last)
    {
        var part = _parts.FindLast(candidate => candidate.Start <= first.Start);
        return part.Span(first.Start - part.Start, last.Start + last.Length - first.Start);
    }

    /// <summary>The first token of the dotted name that ends at a token.</summary>
    public int StartOfName(int index)
    {
        while (index > 1 && Tokens[index - 1].Is(Text, "."))
        {
            index -= 2;
        }

        return index;
    }

    /// <summary>Whether a token is there and is this text.</summary>
    public bool Is(int index, string text) => index >= 0 && index < Tokens.Count && Tokens[index].Is(Text, text);

    private static IEnumerable<(string Text, Func<int, int, SourceSpan> Span)> Parts(ParsedFile file)
    {
        if (file.Class != FileClass.Notebook)
        {
            return [(file.Text.Text, file.Text.Span)];
        }

        return file
            .Notebook.Cells.Where(static cell => cell.Type == "code")
            .Select(cell => CellSource.Of(cell, file.Text))
            .OfType<CellSource>()
            .Where(static source => !source.Text.TrimStart().StartsWith("%%", StringComparison.Ordinal))
            .Select(static source =>
                (
                    Script.KeepLines(source.Text, (start, end) => IsPython(source.Text, start, end) ? start : -1),
                    (Func<int, int, SourceSpan>)source.Span
                )
            );
    }

    private static bool IsPython(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start == end || text[start] is not ('!' or '%');
    }
}
