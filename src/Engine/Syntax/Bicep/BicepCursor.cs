using System;
using System.Collections.Generic;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Syntax.Bicep;

/// <summary>The tokens of a text, and the place that reading has come to.</summary>
internal sealed class BicepCursor(string source, List<InfraToken> tokens)
{
    private int _at;

    /// <summary>The text.</summary>
    public string Source => source;

    /// <summary>The index of the token that is read next; never behind the last one.</summary>
    public int At
    {
        get => _at;
        set => _at = Math.Min(value, tokens.Count - 1);
    }

    /// <summary>The first place where something is not closed; null where all is.</summary>
    public int? NotClosedAt { get; private set; }

    /// <summary>The token that is read next.</summary>
    public InfraToken Next => tokens[_at];

    /// <summary>The token behind the one that is read next.</summary>
    public InfraToken AfterNext => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    /// <summary>Whether nothing of a value can stand next.</summary>
    public bool IsAtEndOfValue =>
        Next.Kind == InfraTokenKind.End || Sees(",") || IsClosing || (Next.Kind == InfraTokenKind.LineEnd && !GoesOn());

    private bool IsClosing => Sees("}") || Sees("]") || Sees(")");

    /// <summary>How the next token changes the number of open brackets.</summary>
    private int Opens =>
        Sees("(") || Sees("[") || Sees("{") ? 1
        : IsClosing ? -1
        : 0;

    /// <summary>Reads a token.</summary>
    public InfraToken Take() => tokens[At++];

    /// <summary>Whether the next token is this word or sign.</summary>
    public bool Sees(string text) => Next.Is(source, text);

    /// <summary>Passes over ends of lines, and over commas where those divide.</summary>
    public void SkipLineEnds(bool andCommas = false)
    {
        while (Next.Kind == InfraTokenKind.LineEnd || (andCommas && Sees(",")))
        {
            At++;
        }
    }

    /// <summary>Passes over a pair of brackets and what is in it.</summary>
    public void SkipBrackets()
    {
        var depth = 0;
        do
        {
            depth += Opens;
            At += Next.Kind == InfraTokenKind.End ? 0 : 1;
        } while (depth > 0 && Next.Kind != InfraTokenKind.End);
    }

    /// <summary>Passes over what a loop says of its items, up to what it repeats: <c>for (item, index) in items: value</c>.</summary>
    public void SkipToLoopBody()
    {
        var depth = 0;
        for (; Next.Kind != InfraTokenKind.End; At++)
        {
            depth += Opens;
            if (depth < 0)
            {
                return;
            }

            if (depth == 0 && Sees(":"))
            {
                At++;
                SkipLineEnds();
                return;
            }
        }
    }

    /// <summary>Passes over a value, whatever it is; in open brackets nothing but the end of the text ends it.</summary>
    /// <returns>The offset behind it.</returns>
    public int SkipValue()
    {
        var end = Next.Start;
        var depth = 0;
        while (Next.Kind != InfraTokenKind.End && (depth != 0 || !IsAtEndOfValue))
        {
            depth += Opens;
            end = Next.Kind == InfraTokenKind.LineEnd ? end : Next.End;
            At++;
        }

        return end;
    }

    /// <summary>Reads the closing bracket.</summary>
    /// <param name="start">The offset of the one that opens.</param>
    /// <returns>The offset behind it.</returns>
    public int Close(int start)
    {
        if (Next.Kind == InfraTokenKind.End)
        {
            NotClosedAt ??= start;
            return Next.End;
        }

        return Take().End;
    }

    // A line that begins with an operator goes on with the one before.
    private bool GoesOn()
    {
        var next = AfterNext;
        return next.Is(source, "?")
            || next.Is(source, ":")
            || next.Is(source, "&")
            || next.Is(source, "|")
            || next.Is(source, ".");
    }
}
