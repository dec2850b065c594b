using System;
using System.Collections.Generic;

namespace Governance.Engine.Syntax.Shell;

/// <summary>Comes by a script once, character by character.</summary>
internal sealed class ShellScanner
{
    private const int LongestName = 500;

    private readonly ShellState _state;
    private readonly ShellQuotes _quotes;

    /// <summary>Reads a script into a list of commands.</summary>
    public ShellScanner(string script, ShellKind kind, List<ShellCommand> commands)
    {
        _state = new ShellState(script, kind, commands);
        _quotes = new ShellQuotes(_state);
    }

    /// <summary>Reads all of it.</summary>
    public void Scan()
    {
        while (_state.At < _state.Script.Length)
        {
            Step();
        }

        _state.EndAll();
    }

    private void Step()
    {
        var c = _state.Script[_state.At];
        if (_state.Level.IsInQuotes)
        {
            StepInQuotes(c);
        }
        else if (c == (_state.IsPosix ? '\\' : '`'))
        {
            _quotes.Escape();
        }
        else if (c is '\'' or '"')
        {
            _quotes.Begin(c);
        }
        else if (c == '$' || (c == '`' && _state.IsPosix))
        {
            Dollar(c);
        }
        else if (c == '#' && _state.Level.Word is null)
        {
            _state.SkipToLineEnd();
        }
        else if (!_state.IsPosix && c == '<' && _state.Ahead(1) == '#')
        {
            var end = _state.Script.IndexOf("#>", _state.At + 2, StringComparison.Ordinal);
            _state.At = end < 0 ? _state.Script.Length : end + 2;
        }
        else
        {
            Plain(c);
        }
    }

    private void Plain(char c)
    {
        switch (c)
        {
            case ' ' or '\t' or '\r' or '\f' or '\uFEFF' or '\u00A0':
                _state.EndWord();
                _state.At++;
                break;
            case '\n':
                _state.EndCommand();
                _state.At++;
                _state.SkipDocuments();
                break;
            case ';' or '{' or '}' or '(':
                // A brace in a word of sh is part of it: {a,b}.
                if (
                    _state.IsPosix
                    && (
                        c == '{'
                            ? _state.Level.Word is not null || !char.IsWhiteSpace(_state.Ahead(1))
                            : c == '}' && _state.Level.Word is not null
                    )
                )
                {
                    _state.Append(c);
                }
                else
                {
                    _state.EndCommand();
                    _state.Level.Parentheses += c == '(' ? 1 : 0;
                }

                _state.At++;
                break;
            case ')':
                _state.EndCommand();
                _state.At++;
                if (_state.Level.Parentheses > 0)
                {
                    _state.Level.Parentheses--;
                }
                else
                {
                    _state.Leave(')');
                }

                break;
            case '&':
                // '&>' and '>&' redirect; '&' alone calls in PowerShell.
                _state.At++;
                if (_state.Ahead(0) != '>' && (_state.At < 2 || _state.Script[_state.At - 2] is not ('>' or '<')))
                {
                    _state.EndCommand();
                }

                break;
            case '|':
                _state.EndWord();
                var isOr = _state.Ahead(1) == '|';
                _state.Level.Builder.End(pipes: !isOr);
                _state.At += isOr ? 2 : 1;
                break;
            case '<' or '>':
                Redirect(c);
                break;
            default:
                _state.Append(c);
                _state.At++;
                break;
        }
    }

    // The file's name is no argument; a number before the sign says which stream is meant.
    private void Redirect(char c)
    {
        if (_state.Level.Word is { } word && word.Length == 1 && char.IsDigit(word[0]))
        {
            _state.Level.Word = null;
        }

        _state.EndWord();
        var start = _state.At;
        while (_state.Ahead(0) is '<' or '>')
        {
            _state.At++;
        }

        var isDocument = _state.IsPosix && _state.At - start == 2 && c == '<';
        if (isDocument && _state.Ahead(0) == '-')
        {
            _state.At++;
        }

        if (c == '<')
        {
            _state.Level.Builder.TakeInput();
        }

        _state.Level.Drops = isDocument ? ShellDrop.Document : ShellDrop.File;
    }

    private void Dollar(char c)
    {
        if (c == '$' && _state.Ahead(1) == '{')
        {
            var isTemplate = _state.Ahead(2) == '{';
            var close = isTemplate ? "}}" : "}";
            var end = _state.Script.IndexOf(
                close,
                _state.At + 2,
                Math.Min(LongestName, _state.Script.Length - _state.At - 2),
                StringComparison.Ordinal
            );
            _state.Take(end < 0 ? 2 : end + close.Length - _state.At);
        }
        else if (c == '$' && _state.Ahead(1) == '(' && _state.Ahead(2) != '(' && _state.CanEnter)
        {
            _state.Enter(')', 2);
        }
        else if (c == '`' && _state.Level.Closing == '`')
        {
            _state.EndCommand();
            _state.At++;
            _state.Leave('`');
        }
        else if (c == '`' && _state.CanEnter)
        {
            _state.Enter('`', 1);
        }
        else
        {
            _state.Append(c);
            _state.At++;
        }
    }

    private void StepInQuotes(char c)
    {
        if (c == '"')
        {
            _state.At++;
            _state.Level.IsInQuotes = false;
        }
        else if (c == (_state.IsPosix ? '\\' : '`') && _state.At + 1 < _state.Script.Length)
        {
            _state.Append(_state.Script[_state.At + 1]);
            _state.At += 2;
        }
        else if (c == '$' || (c == '`' && _state.IsPosix))
        {
            Dollar(c);
        }
        else
        {
            _state.Append(c);
            _state.At++;
        }
    }
}
