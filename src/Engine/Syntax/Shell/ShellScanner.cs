using System;
using System.Collections.Generic;
using System.Text;

namespace Governance.Engine.Syntax.Shell;

/// <summary>Comes by a script once, character by character, and keeps the substitutions it is in on a stack.</summary>
internal sealed class ShellScanner(string script, ShellKind kind, List<ShellCommand> commands)
{
    private const int MaxDepth = 256;
    private const int LongestName = 500;
    private const int LongestSubstitution = 80;

    private readonly Stack<Level> _levels = new();
    private readonly Queue<string> _documents = new();
    private Level _level = new(new ShellCommandBuilder(commands), '\0', false);
    private int _at;

    private bool IsPosix => kind == ShellKind.Posix;

    /// <summary>Reads all of it.</summary>
    public void Scan()
    {
        while (_at < script.Length)
        {
            Step();
        }

        while (true)
        {
            EndWord();
            _level.Builder.End();
            if (_levels.Count == 0)
            {
                return;
            }

            _level = _levels.Pop();
        }
    }

    private void Step()
    {
        var c = script[_at];
        if (_level.IsInQuotes)
        {
            StepInQuotes(c);
        }
        else if (c == (IsPosix ? '\\' : '`'))
        {
            Escape();
        }
        else if (c is '\'' or '"')
        {
            Quote(c);
        }
        else if (c == '$' || (c == '`' && IsPosix))
        {
            Dollar(c);
        }
        else if (c == '#' && _level.Word is null)
        {
            SkipToLineEnd();
        }
        else if (!IsPosix && c == '<' && At(1) == '#')
        {
            var end = script.IndexOf("#>", _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? script.Length : end + 2;
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
                EndWord();
                _at++;
                break;
            case '\n':
                EndCommand();
                _at++;
                SkipDocuments();
                break;
            case ';' or '{' or '}' or '(':
                // A brace in a word of sh is part of it: {a,b}.
                if (
                    IsPosix
                    && (
                        c == '{'
                            ? _level.Word is not null || !char.IsWhiteSpace(At(1))
                            : c == '}' && _level.Word is not null
                    )
                )
                {
                    Append(c);
                }
                else
                {
                    EndCommand();
                    _level.Parentheses += c == '(' ? 1 : 0;
                }

                _at++;
                break;
            case ')':
                EndCommand();
                _at++;
                if (_level.Parentheses > 0)
                {
                    _level.Parentheses--;
                }
                else
                {
                    Leave(')');
                }

                break;
            case '&':
                // '&>' and '>&' redirect; '&' alone calls in PowerShell.
                _at++;
                if (At(0) != '>' && (_at < 2 || script[_at - 2] is not ('>' or '<')))
                {
                    EndCommand();
                }

                break;
            case '|':
                EndWord();
                var isOr = At(1) == '|';
                _level.Builder.End(pipes: !isOr);
                _at += isOr ? 2 : 1;
                break;
            case '<' or '>':
                Redirect(c);
                break;
            default:
                Append(c);
                _at++;
                break;
        }
    }

    // The file's name is no argument; a number before the sign says which stream is meant.
    private void Redirect(char c)
    {
        if (_level.Word is { } word && word.Length == 1 && char.IsDigit(word[0]))
        {
            _level.Word = null;
        }

        EndWord();
        var start = _at;
        while (At(0) is '<' or '>')
        {
            _at++;
        }

        var isDocument = IsPosix && _at - start == 2 && c == '<';
        if (isDocument && At(0) == '-')
        {
            _at++;
        }

        if (c == '<')
        {
            _level.Builder.TakeInput();
        }

        _level.Drops = isDocument ? Drop.Document : Drop.File;
    }

    private void Dollar(char c)
    {
        if (c == '$' && At(1) == '{')
        {
            var isTemplate = At(2) == '{';
            var close = isTemplate ? "}}" : "}";
            var end = script.IndexOf(
                close,
                _at + 2,
                Math.Min(LongestName, script.Length - _at - 2),
                StringComparison.Ordinal
            );
            Take(end < 0 ? 2 : end + close.Length - _at);
        }
        else if (c == '$' && At(1) == '(' && At(2) != '(' && _levels.Count < MaxDepth)
        {
            Enter(')', 2);
        }
        else if (c == '`' && _level.Closing == '`')
        {
            EndCommand();
            _at++;
            Leave('`');
        }
        else if (c == '`' && _levels.Count < MaxDepth)
        {
            Enter('`', 1);
        }
        else
        {
            Append(c);
            _at++;
        }
    }

    private void Quote(char quote)
    {
        _level.Begin(_at);
        if (quote == '"' && !IsHereString())
        {
            _at++;
            _level.IsInQuotes = true;
            return;
        }

        if (IsHereString())
        {
            // @' and @" of PowerShell end with a line that begins with the mark and an at sign.
            var end = script.IndexOf("\n" + quote + "@", _at, StringComparison.Ordinal);
            _at = end < 0 ? script.Length : end + 3;
            return;
        }

        for (_at++; _at < script.Length; _at++)
        {
            if (script[_at] == '\'')
            {
                if (IsPosix || At(1) != '\'')
                {
                    _at++;
                    return;
                }

                _at++;
            }

            Append(script[_at]);
        }
    }

    private void StepInQuotes(char c)
    {
        if (c == '"')
        {
            _at++;
            _level.IsInQuotes = false;
        }
        else if (c == (IsPosix ? '\\' : '`') && _at + 1 < script.Length)
        {
            Append(script[_at + 1]);
            _at += 2;
        }
        else if (c == '$' || (c == '`' && IsPosix))
        {
            Dollar(c);
        }
        else
        {
            Append(c);
            _at++;
        }
    }

    // A line break that is escaped is none.
    private void Escape()
    {
        var next = At(1);
        if (next is '\n' or '\r')
        {
            EndWord();
            _at += next == '\r' && At(2) == '\n' ? 3 : 2;
        }
        else if (IsPosix || next is ' ' or '"' or '\'' or '$' or '`')
        {
            _level.Begin(_at);
            _at++;
            if (_at < script.Length)
            {
                Append(script[_at++]);
            }
        }
        else
        {
            Append(script[_at++]);
        }
    }

    // What is substituted is a command of its own; in the word around it stands as written.
    private void Enter(char closing, int length)
    {
        _level.Begin(_at);
        _level.SubstitutionStart = _at;
        _at += length;
        _levels.Push(_level);
        _level = new Level(new ShellCommandBuilder(commands), closing, false);
    }

    private void Leave(char closing)
    {
        if (_level.Closing == closing && _levels.Count > 0)
        {
            _level = _levels.Pop();
            // The inner text is bounded, so that nested substitutions are not copied over and over.
            var length = _at - _level.SubstitutionStart;
            _level.Word!.Append(script, _level.SubstitutionStart, Math.Min(length, LongestSubstitution));
        }
    }

    private void SkipDocuments()
    {
        while (_documents.Count > 0)
        {
            var delimiter = _documents.Dequeue();
            while (_at < script.Length)
            {
                var end = EndOfLine(_at);
                var line = script.Substring(_at, end - _at).Trim();
                _at = Math.Min(script.Length, end + 1);
                if (line == delimiter)
                {
                    break;
                }
            }
        }
    }

    private void EndCommand()
    {
        EndWord();
        _level.Builder.End();
    }

    private void EndWord()
    {
        if (_level.Word is not { } word)
        {
            return;
        }

        var text = word.ToString();
        switch (_level.Drops)
        {
            case Drop.Document when text.Length > 0:
                _documents.Enqueue(text);
                break;
            case Drop.None:
                _level.Builder.Add(new ShellWord(text, _level.WordStart, _at - _level.WordStart));
                break;
        }

        _level.Drops = Drop.None;
        _level.Word = null;
    }

    private void Take(int length)
    {
        _level.Begin(_at);
        length = Math.Min(length, script.Length - _at);
        _level.Word!.Append(script, _at, length);
        _at += length;
    }

    private void Append(char c)
    {
        _level.Begin(_at);
        _level.Word!.Append(c);
    }

    private bool IsHereString() =>
        !IsPosix && _at > 0 && script[_at - 1] == '@' && At(1) is '\n' or '\r' && _level.Word is { Length: 1 };

    private void SkipToLineEnd() => _at = EndOfLine(_at);

    private int EndOfLine(int from)
    {
        var end = from >= script.Length ? -1 : script.IndexOf('\n', from);
        return end < 0 ? script.Length : end;
    }

    private char At(int ahead) => _at + ahead < script.Length ? script[_at + ahead] : '\0';

    private enum Drop
    {
        None,
        File,
        Document,
    }

    /// <summary>A script, or what is substituted in it.</summary>
    private sealed class Level(ShellCommandBuilder builder, char closing, bool isInQuotes)
    {
        public ShellCommandBuilder Builder { get; } = builder;

        public char Closing { get; } = closing;

        public bool IsInQuotes { get; set; } = isInQuotes;

        public StringBuilder? Word { get; set; }

        public int WordStart { get; private set; }

        public int SubstitutionStart { get; set; }

        public int Parentheses { get; set; }

        public Drop Drops { get; set; }

        public void Begin(int at)
        {
            if (Word is null)
            {
                Word = new StringBuilder();
                WordStart = at;
            }
        }
    }
}
