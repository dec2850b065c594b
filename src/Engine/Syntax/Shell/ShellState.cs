using System;
using System.Collections.Generic;

namespace Governance.Engine.Syntax.Shell;

/// <summary>The place that the reading of a script has come to, and the words, commands and substitutions that are open there.</summary>
internal sealed class ShellState(string script, ShellKind kind, List<ShellCommand> commands)
{
    private const int MaxDepth = 256;
    private const int LongestSubstitution = 80;

    private readonly Stack<ShellLevel> _levels = new();
    private readonly Queue<string> _documents = new();

    /// <summary>The script.</summary>
    public string Script => script;

    /// <summary>Whether it is one for sh and its like; else for PowerShell.</summary>
    public bool IsPosix => kind == ShellKind.Posix;

    /// <summary>The offset of the next character.</summary>
    public int At { get; set; }

    /// <summary>What is being read.</summary>
    public ShellLevel Level { get; private set; } = new(new ShellCommandBuilder(commands), '\0');

    /// <summary>Whether a further substitution can be read as one.</summary>
    public bool CanEnter => _levels.Count < MaxDepth;

    /// <summary>A character further on; NUL behind the end.</summary>
    public char Ahead(int count) => At + count < script.Length ? script[At + count] : '\0';

    /// <summary>Adds a character to the word.</summary>
    public void Append(char c)
    {
        Level.Begin(At);
        Level.Word!.Append(c);
    }

    /// <summary>Adds the next characters to the word as they are written, and passes over them.</summary>
    public void Take(int length)
    {
        Level.Begin(At);
        length = Math.Min(length, script.Length - At);
        Level.Word!.Append(script, At, length);
        At += length;
    }

    /// <summary>Ends the word, where one is begun.</summary>
    public void EndWord()
    {
        if (Level.Word is not { } word)
        {
            return;
        }

        var text = word.ToString();
        switch (Level.Drops)
        {
            case ShellDrop.Document when text.Length > 0:
                _documents.Enqueue(text);
                break;
            case ShellDrop.None:
                Level.Builder.Add(new ShellWord(text, Level.WordStart, At - Level.WordStart));
                break;
        }

        Level.Drops = ShellDrop.None;
        Level.Word = null;
    }

    /// <summary>Ends the command.</summary>
    public void EndCommand()
    {
        EndWord();
        Level.Builder.End();
    }

    /// <summary>Ends all that is open.</summary>
    public void EndAll()
    {
        EndCommand();
        while (_levels.Count > 0)
        {
            Level = _levels.Pop();
            EndCommand();
        }
    }

    /// <summary>Begins a substitution: a command of its own, which stands in the word around it as it is written.</summary>
    public void Enter(char closing, int length)
    {
        Level.Begin(At);
        Level.SubstitutionStart = At;
        At += length;
        _levels.Push(Level);
        Level = new ShellLevel(new ShellCommandBuilder(commands), closing);
    }

    /// <summary>Ends a substitution, where one is open that ends so.</summary>
    public void Leave(char closing)
    {
        if (Level.Closing == closing && _levels.Count > 0)
        {
            Level = _levels.Pop();
            // The inner text is bounded, so that nested substitutions are not copied over and over.
            var length = At - Level.SubstitutionStart;
            Level.Word!.Append(script, Level.SubstitutionStart, Math.Min(length, LongestSubstitution));
        }
    }

    /// <summary>Passes over the rest of the line.</summary>
    public void SkipToLineEnd() => At = EndOfLine(At);

    /// <summary>Passes over the documents that the line before announced.</summary>
    public void SkipDocuments()
    {
        while (_documents.Count > 0)
        {
            var delimiter = _documents.Dequeue();
            while (At < script.Length)
            {
                var end = EndOfLine(At);
                var line = script.Substring(At, end - At).Trim();
                At = Math.Min(script.Length, end + 1);
                if (line == delimiter)
                {
                    break;
                }
            }
        }
    }

    private int EndOfLine(int from)
    {
        var end = from >= script.Length ? -1 : script.IndexOf('\n', from);
        return end < 0 ? script.Length : end;
    }
}
