using System;

namespace Governance.Engine.Syntax.Shell;

/// <summary>What quotes and escapes make of a script: <c>'...'</c>, <c>"..."</c>, here-strings of PowerShell, and the mark before a character.</summary>
internal sealed class ShellQuotes(ShellState state)
{
    /// <summary>Reads single quotes whole, and begins double ones.</summary>
    public void Begin(char quote)
    {
        state.Level.Begin(state.At);
        if (quote == '"' && !IsHereString())
        {
            state.At++;
            state.Level.IsInQuotes = true;
            return;
        }

        if (IsHereString())
        {
            // @' and @" of PowerShell end with a line that begins with the mark and an at sign.
            var end = state.Script.IndexOf("\n" + quote + "@", state.At, StringComparison.Ordinal);
            state.At = end < 0 ? state.Script.Length : end + 3;
            return;
        }

        for (state.At++; state.At < state.Script.Length; state.At++)
        {
            if (state.Script[state.At] == '\'')
            {
                if (state.IsPosix || state.Ahead(1) != '\'')
                {
                    state.At++;
                    return;
                }

                state.At++;
            }

            state.Append(state.Script[state.At]);
        }
    }

    /// <summary>Reads a character behind the mark that takes its meaning from it. A line break that is escaped is none.</summary>
    public void Escape()
    {
        var next = state.Ahead(1);
        if (next is '\n' or '\r')
        {
            state.EndWord();
            state.At += next == '\r' && state.Ahead(2) == '\n' ? 3 : 2;
        }
        else if (state.IsPosix || next is ' ' or '"' or '\'' or '$' or '`')
        {
            state.Level.Begin(state.At);
            state.At++;
            if (state.At < state.Script.Length)
            {
                state.Append(state.Script[state.At++]);
            }
        }
        else
        {
            state.Append(state.Script[state.At++]);
        }
    }

    private bool IsHereString() =>
        !state.IsPosix
        && state.At > 0
        && state.Script[state.At - 1] == '@'
        && state.Ahead(1) is '\n' or '\r'
        && state.Level.Word is { Length: 1 };
}
