using System.Collections.Generic;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Syntax.Terraform;

/// <summary>The tokens of a text, and the place that reading has come to. What does not belong is noted, and passed over.</summary>
internal sealed class TerraformCursor
{
    private readonly List<InfraToken> _tokens;

    /// <summary>Cuts a text into tokens.</summary>
    public TerraformCursor(string source)
    {
        var lexer = new TerraformLexer(source);
        Source = source;
        _tokens = lexer.Scan();
        if (lexer.NotClosedAt is { } start)
        {
            Note(start, "this is not closed");
        }
    }

    /// <summary>The text.</summary>
    public string Source { get; }

    /// <summary>The index of the next token.</summary>
    public int At { get; set; }

    /// <summary>The offset and the message of the first thing that does not belong; null where all does.</summary>
    public (int At, string Message)? Problem { get; private set; }

    /// <summary>The next token.</summary>
    public InfraToken Next => _tokens[At];

    /// <summary>The end of the last token that was read; 0 at the beginning.</summary>
    public int LastEnd => At == 0 ? 0 : _tokens[At - 1].End;

    /// <summary>Whether a bracket of any kind opens next.</summary>
    public bool IsOpening => Sees('(') || Sees('[') || Sees('{');

    /// <summary>Whether a bracket of any kind closes next.</summary>
    public bool IsClosing => Sees(')') || Sees(']') || Sees('}');

    /// <summary>Whether the line or the text ends next.</summary>
    public bool IsAtLineEnd => Next.Kind is InfraTokenKind.LineEnd or InfraTokenKind.End;

    /// <summary>A token further on; the last one where there are fewer.</summary>
    public InfraToken Ahead(int count) => _tokens[System.Math.Min(At + count, _tokens.Count - 1)];

    /// <summary>Whether the next token is this sign.</summary>
    public bool Sees(char sign) => Next.Is(Source, sign);

    /// <summary>Reads a token.</summary>
    public InfraToken Take() => _tokens[At++];

    /// <summary>Passes over ends of lines, and over commas where those divide.</summary>
    public void SkipLineEnds(bool andCommas = false)
    {
        while (Next.Kind == InfraTokenKind.LineEnd || (andCommas && Sees(',')))
        {
            At++;
        }
    }

    /// <summary>Passes over a token, or over brackets and what is in them; which closes which is not asked.</summary>
    public void Skip()
    {
        var start = Next.Start;
        var depth = 0;
        do
        {
            depth +=
                IsOpening ? 1
                : IsClosing ? -1
                : 0;
            At++;
        } while (depth > 0 && Next.Kind != InfraTokenKind.End);

        if (depth > 0)
        {
            NoteOpen(start);
        }
    }

    /// <summary>Passes over the rest of a line; in brackets, up to the brace that closes them.</summary>
    public void SkipLine(bool isFile)
    {
        while (!IsAtLineEnd && (isFile || !Sees('}')))
        {
            Skip();
        }
    }

    /// <summary>Notes what stands behind a whole attribute or block in its line.</summary>
    public void EndLine(bool isFile)
    {
        if (!IsAtLineEnd && (isFile || !Sees('}')))
        {
            Note(Next.Start, "this does not belong to what stands before it");
            SkipLine(isFile);
        }
    }

    /// <summary>Reads the closing bracket.</summary>
    /// <param name="start">The offset of the one that opens.</param>
    /// <returns>The offset behind it.</returns>
    public int Close(int start)
    {
        if (Next.Kind != InfraTokenKind.End)
        {
            return Take().End;
        }

        NoteOpen(start);
        return Next.End;
    }

    /// <summary>Notes what does not belong. What stands first counts.</summary>
    public void Note(int at, string message)
    {
        if (Problem is not { } known || at < known.At)
        {
            Problem = (at, message);
        }
    }

    private void NoteOpen(int start) => Note(start, $"this '{Source[start]}' is not closed");
}
