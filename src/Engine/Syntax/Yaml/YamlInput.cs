using System;
using System.Collections.Generic;
using System.Text;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// The text YamlDotNet is given, and the way back from its offsets to the file's. It is the file's text but for a
/// byte-order mark, and for lines of a double-quoted text that are indented here when YamlDotNet asks for it:
/// strictly they must be deeper than the key they belong to, but PyYAML and Azure's tools read them, and people write them.
/// </summary>
internal sealed class YamlInput
{
    // Each repair reads the text anew, so what all of them may read is bounded.
    private const int MaxRepairedLength = 2_000_000;

    private readonly string _text;
    private readonly int _skipped;
    private readonly SortedDictionary<int, int> _indents = [];
    private int[] _starts = [];
    private int[] _shifts = [];
    private int _spent;

    /// <summary>Takes the file's text.</summary>
    public YamlInput(string text)
    {
        _text = text;
        _skipped = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        Given = text.Substring(_skipped);
    }

    /// <summary>The text to scan.</summary>
    public string Given { get; private set; }

    /// <summary>The file's offset of an offset in <see cref="Given"/>.</summary>
    public int ToFile(long given)
    {
        var index = Array.BinarySearch(_starts, (int)given);
        index = index >= 0 ? index : ~index - 1;
        // Inside an inserted indentation every offset is the line's start.
        var offset = index < 0 ? given : Math.Max(_starts[index] - ShiftBefore(index), given - _shifts[index]);
        return (int)Math.Min(_text.Length, offset + _skipped);
    }

    /// <summary>
    /// Indents the lines of the double-quoted text that starts at an offset of the file. False when that cannot help:
    /// the text has no end, or what follows says that its end is another text's beginning.
    /// </summary>
    public bool TryIndent(int quote)
    {
        var indent = quote - _text.LastIndexOfAny(['\r', '\n'], quote);
        var end = EndOfQuote(quote);
        _spent += Given.Length;
        if (end < 0 || !EndsValue(end))
        {
            return false;
        }

        for (var i = quote; i < end; i++)
        {
            if (_text[i] is not ('\r' or '\n') || _text[i + 1] is '\r' or '\n')
            {
                continue;
            }

            if (StartsDocument(i + 1) || (_spent += indent) > MaxRepairedLength)
            {
                return false;
            }

            _indents[i + 1 - _skipped] = indent;
        }

        return _spent <= MaxRepairedLength && Rebuild();
    }

    private bool Rebuild()
    {
        var length = Given.Length;
        var given = new StringBuilder(length);
        _starts = new int[_indents.Count];
        _shifts = new int[_indents.Count];
        var (index, copied, shift) = (0, 0, 0);
        foreach (var pair in _indents)
        {
            given.Append(_text, copied + _skipped, pair.Key - copied);
            _starts[index] = given.Length;
            given.Append(' ', pair.Value);
            copied = pair.Key;
            shift += pair.Value;
            _shifts[index++] = shift;
        }

        given.Append(_text, copied + _skipped, _text.Length - copied - _skipped);
        Given = given.ToString();
        // Nothing new was indented: the same failure would come again.
        return Given.Length > length;
    }

    private int ShiftBefore(int index) => index == 0 ? 0 : _shifts[index - 1];

    private int EndOfQuote(int quote)
    {
        for (var i = quote + 1; i < _text.Length; i++)
        {
            if (_text[i] == '\\')
            {
                i++;
            }
            else if (_text[i] == '"')
            {
                return i;
            }
        }

        return -1;
    }

    private bool EndsValue(int quote)
    {
        var next = quote + 1;
        while (next < _text.Length && _text[next] is ' ' or '\t')
        {
            next++;
        }

        return next == _text.Length
            || _text[next] is '\r' or '\n' or ',' or ']' or '}'
            || (_text[next] == '#' && next > quote + 1);
    }

    private bool StartsDocument(int line) =>
        string.CompareOrdinal(_text, line, "---", 0, 3) == 0 || string.CompareOrdinal(_text, line, "...", 0, 3) == 0;
}
