using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>The place that reading has come to, with its line; the way to the next token; and what went wrong.</summary>
internal sealed class YamlCursor
{
    private const char ByteOrderMark = '\uFEFF';
    private readonly SourceText _source;
    private ImmutableArray<YamlComment>.Builder? _comments;
    private int _token = -1;

    // A byte-order mark is no indentation, but editors count it as a column.
    private int _mark;

    /// <summary>Starts at a text's beginning; nothing at or behind <paramref name="end"/> is read.</summary>
    public YamlCursor(SourceText source, int end)
    {
        _source = source;
        Text = source.Text;
        End = end;
        SkipByteOrderMark();
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Where the text ends.</summary>
    public int End { get; }

    /// <summary>The offset of the next character. Only <see cref="TakeBreak"/> may move it over a line break.</summary>
    public int Pos { get; set; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The offset of the line's first character.</summary>
    public int LineStart { get; private set; }

    /// <summary>Whether the token found last is the first on its line.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>The spaces before the token found last when it is the first on its line, or else all that stands before it.</summary>
    public int Indent { get; private set; }

    /// <summary>The offset of the first tab between the token found last and what precedes it on its line, or -1.</summary>
    public int Tab { get; private set; }

    /// <summary>What stopped the reading.</summary>
    public SyntaxProblem? Problem { get; private set; }

    /// <summary>Whether what stopped it is a limit of the reader.</summary>
    public bool IsLimit { get; private set; }

    /// <summary>The comments passed.</summary>
    public ImmutableArray<YamlComment> Comments => _comments?.ToImmutable() ?? ImmutableArray<YamlComment>.Empty;

    /// <summary>The next character.</summary>
    public char Current => At(Pos);

    /// <summary>The character behind the next.</summary>
    public char Next => At(Pos + 1);

    /// <summary>This place.</summary>
    public YamlMark Mark => MarkAt(Pos);

    /// <summary>The character at an offset; '\0' at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public char At(int offset) => offset < End ? Text[offset] : '\0';

    /// <summary>The place of an offset on this line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public YamlMark MarkAt(int offset) => new(offset, Line, offset - LineStart + _mark + 1);

    /// <summary>What <see cref="Return"/> needs to come back here.</summary>
    public Place Save() => new(Pos, Line, LineStart, _mark);

    /// <summary>Goes back to a place.</summary>
    public void Return(Place place)
    {
        Pos = place.Pos;
        Line = place.Line;
        LineStart = place.LineStart;
        _mark = place.Mark;
    }

    /// <summary>Passes a byte-order mark, which may begin a document.</summary>
    public bool SkipByteOrderMark()
    {
        if (Pos != LineStart || Current != ByteOrderMark)
        {
            return false;
        }

        LineStart = ++Pos;
        _mark++;
        return true;
    }

    /// <summary>Passes the line break that stands here.</summary>
    public void TakeBreak()
    {
        Pos = YamlChars.BehindBreak(Text, Pos, End);
        Line++;
        LineStart = Pos;
        _mark = 0;
    }

    /// <summary>Passes what is left of the line, without its break.</summary>
    public void SkipLine()
    {
        var found = Text.AsSpan(Pos, End - Pos).IndexOfAny('\n', '\r');
        Pos = found < 0 ? End : Pos + found;
    }

    /// <summary>Goes to the next token over spaces, comments and line breaks; stays where it is when it is at one already. False at the end.</summary>
    public bool SkipToToken()
    {
        if (Pos == _token)
        {
            return Pos < End;
        }

        var isFirst = Pos == LineStart;
        var (tab, content) = (-1, Pos);
        for (; Pos < End; )
        {
            var c = Text[Pos];
            if (c == ' ')
            {
                Pos++;
            }
            else if (c == '\t')
            {
                tab = tab < 0 ? Pos : tab;
                Pos++;
            }
            else if (YamlChars.IsBreak(c))
            {
                TakeBreak();
                isFirst = true;
                tab = -1;
            }
            else if (c == '#' && StartsComment(Pos))
            {
                TakeComment();
            }
            else
            {
                break;
            }
        }

        content = isFirst && tab >= 0 ? tab : Pos;
        IsFirst = isFirst;
        Tab = tab;
        Indent = content - LineStart;
        _token = Pos;
        return Pos < End;
    }

    // The specification asks for a space, and YamlDotNet and PyYAML do not where a mark of its own ends the value.
    private bool StartsComment(int at) =>
        at == LineStart || YamlChars.IsBlank(Text[at - 1]) || Text[at - 1] is '\'' or '"' or ']' or '}';

    /// <summary>Passes and keeps the comment that stands here.</summary>
    public void TakeComment()
    {
        var start = Mark;
        SkipLine();
        _comments ??= ImmutableArray.CreateBuilder<YamlComment>();
        _comments.Add(new YamlComment(start.To(Mark)));
    }

    /// <summary>Whether the marker of a document's start or end stands here.</summary>
    public bool IsAtMarker() =>
        Pos == LineStart
        && Current is '-' or '.'
        && Next == Current
        && At(Pos + 2) == Current
        && YamlChars.IsSpaceOrEnd(At(Pos + 3));

    /// <summary>Whether one of YAML's one-character indicators stands here: what follows would else make it plain text.</summary>
    public bool IsAt(char indicator) => Current == indicator && YamlChars.IsSpaceOrEnd(Next);

    /// <summary>The offset of the colon that makes a key of what ends here, or -1.</summary>
    public int FindColon()
    {
        var colon = YamlChars.SkipBlanks(Text, Pos, End);
        return At(colon) == ':' && YamlChars.IsSpaceOrEnd(At(colon + 1)) ? colon : -1;
    }

    /// <summary>Keeps the first problem, which is at one character or at the end of a line. Always false.</summary>
    public bool Fail(int offset, string message)
    {
        var length = offset < End && !YamlChars.IsBreak(Text[offset]) ? 1 : 0;
        return Fail(_source.Span(offset, length), message);
    }

    /// <summary>Keeps the first problem. Always false.</summary>
    public bool Fail(SourceSpan span, string message)
    {
        Problem ??= new SyntaxProblem(message, span);
        return false;
    }

    /// <summary>Stops at a limit of the reader. Always false.</summary>
    public bool Refuse(YamlMark place, string message)
    {
        IsLimit = Problem is null;
        return Fail(place.Offset, message);
    }

    /// <summary>Where a cursor stood.</summary>
    public readonly record struct Place(int Pos, int Line, int LineStart, int Mark);
}
