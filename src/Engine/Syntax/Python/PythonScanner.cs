using System.Collections.Generic;

namespace Governance.Engine.Syntax.Python;

/// <summary>
/// Finds the names and punctuation of Python source in one pass, so that what strings, docstrings and comments say is
/// not taken for code. It accepts any text: a string without end ends with its line, or in three quotes with the text.
/// https://docs.python.org/3/reference/lexical_analysis.html
/// </summary>
internal sealed class PythonScanner
{
    private readonly string _text;
    private readonly List<PythonToken> _tokens = [];
    private int _position;
    private int _lineStart;
    private int _brackets;
    private bool _isFirst = true;

    private PythonScanner(string text)
    {
        _text = text;
    }

    /// <summary>The tokens of a source in order.</summary>
    public static List<PythonToken> Scan(string text)
    {
        var scanner = new PythonScanner(text);
        while (scanner._position < text.Length)
        {
            scanner.Step();
        }

        return scanner._tokens;
    }

    private void Step()
    {
        var c = _text[_position];
        switch (c)
        {
            case '\n' or '\r':
                _position++;
                _lineStart = _position;
                _isFirst = _brackets == 0;
                break;
            case ' ' or '\t' or '\f' or '\uFEFF':
                _position++;
                break;
            case '#':
                SkipToLineEnd();
                break;
            case '\\':
                SkipContinuation();
                break;
            case '"' or '\'':
                SkipString(c);
                break;
            default:
                if (IsNamePart(c))
                {
                    ReadName();
                }
                else
                {
                    ReadPunctuation(c);
                }

                break;
        }
    }

    private void ReadName()
    {
        var start = _position;
        while (_position < _text.Length && IsNamePart(_text[_position]))
        {
            _position++;
        }

        // A prefix (r, b, f, rb ...) belongs to its string; a name cannot stand before a quote otherwise.
        var isPrefix = _position - start <= 2 && _position < _text.Length && _text[_position] is '"' or '\'';
        if (!isPrefix && _text[start] is not (>= '0' and <= '9'))
        {
            Add(start, _position - start);
        }

        _isFirst = false;
    }

    private void ReadPunctuation(char c)
    {
        if (c is '(' or '[' or '{')
        {
            _brackets++;
        }
        else if (c is ')' or ']' or '}' && _brackets > 0)
        {
            _brackets--;
        }

        Add(_position, 1);
        _position++;
    }

    private void Add(int start, int length)
    {
        _tokens.Add(new PythonToken(start, length, _isFirst ? start - _lineStart : -1));
        _isFirst = false;
    }

    private void SkipContinuation()
    {
        _position++;
        if (_position < _text.Length && _text[_position] is '\n' or '\r')
        {
            _position += _text[_position] == '\r' && At(_position + 1) == '\n' ? 2 : 1;
            _lineStart = _position;
        }
    }

    private void SkipString(char quote)
    {
        var isLong = At(_position + 1) == quote && At(_position + 2) == quote;
        _position += isLong ? 3 : 1;
        _isFirst = false;
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == '\\')
            {
                _position += At(_position + 1) == '\r' && At(_position + 2) == '\n' ? 3 : 2;
            }
            else if (c == quote && (!isLong || (At(_position + 1) == quote && At(_position + 2) == quote)))
            {
                _position += isLong ? 3 : 1;
                return;
            }
            else if (!isLong && c is '\n' or '\r')
            {
                return;
            }
            else
            {
                _position++;
            }
        }
    }

    private void SkipToLineEnd()
    {
        while (_position < _text.Length && _text[_position] is not ('\n' or '\r'))
        {
            _position++;
        }
    }

    private char At(int position) => position < _text.Length ? _text[position] : '\0';

    private static bool IsNamePart(char c) => c == '_' || char.IsLetterOrDigit(c);
}
