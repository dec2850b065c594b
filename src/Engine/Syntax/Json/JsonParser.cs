using System;

namespace Governance.Engine.Syntax.Json;

/// <summary>One pass over one text. After the first problem every method hands back what it has and does no more.</summary>
internal sealed class JsonParser
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly NodeStack<JsonMember> _members = new();
    private readonly NodeStack<JsonNode> _items = new();
    private int _offset;
    private int _depth;

    public JsonParser(SourceText source)
    {
        _source = source;
        _text = source.Text;
    }

    public SyntaxProblem? Problem { get; private set; }

    public JsonNode? ParseDocument()
    {
        SkipSpace();
        if (_offset == _text.Length)
        {
            Fail(_text.Length == 0 ? "the file is empty" : "the file holds nothing but white space", 0, 0);
            return null;
        }

        var root = ParseValue();
        SkipSpace();
        if (Problem is null && _offset < _text.Length)
        {
            Fail(JsonProblems.At(_text, _offset, "the end of the file"));
        }

        return root;
    }

    private JsonNode? ParseValue()
    {
        switch (Current)
        {
            case '{':
                return ParseObject();
            case '[':
                return ParseArray();
            case '"':
                return ParseString();
            case 't':
                return ParseLiteral("true", JsonLiteralKind.True);
            case 'f':
                return ParseLiteral("false", JsonLiteralKind.False);
            case 'n':
                return ParseLiteral("null", JsonLiteralKind.Null);
            case '-' or (>= '0' and <= '9'):
                return ParseNumber();
            default:
                Fail(JsonProblems.At(_text, _offset, "a value"));
                return null;
        }
    }

    private JsonObject ParseObject()
    {
        var start = _offset;
        var mark = _members.Count;
        if (Enter('}'))
        {
            do
            {
                SkipSpace();
                if (ParseMember() is not { } member)
                {
                    break;
                }

                _members.Push(member);
            } while (Continue(start, '}'));
        }

        _depth--;
        return new JsonObject(_members.PopFrom(mark), start, _offset);
    }

    private JsonMember? ParseMember()
    {
        if (Current != '"')
        {
            Fail(JsonProblems.At(_text, _offset, "a name in double quotes"));
            return null;
        }

        if (ParseString() is not { } name)
        {
            return null;
        }

        SkipSpace();
        if (Current != ':')
        {
            Fail(JsonProblems.At(_text, _offset, $"a colon after the name {JsonProblems.Excerpt(name)}"));
            return null;
        }

        _offset++;
        SkipSpace();
        return ParseValue() is { } value ? new JsonMember(name, value) : null;
    }

    private JsonArray ParseArray()
    {
        var start = _offset;
        var mark = _items.Count;
        if (Enter(']'))
        {
            do
            {
                SkipSpace();
                if (ParseValue() is not { } item)
                {
                    break;
                }

                _items.Push(item);
            } while (Continue(start, ']'));
        }

        _depth--;
        return new JsonArray(_items.PopFrom(mark), start, _offset);
    }

    /// <summary>Passes the opening bracket; false when the closing one follows, or when the nesting is too deep.</summary>
    private bool Enter(char close)
    {
        if (++_depth > JsonReader.MaxDepth)
        {
            Fail($"objects and arrays nest more than {JsonReader.MaxDepth} deep here", _offset, 1);
            return false;
        }

        _offset++;
        SkipSpace();
        if (Current != close)
        {
            return true;
        }

        _offset++;
        return false;
    }

    /// <summary>Passes the comma before a further item, or the closing bracket; false when there is no further item.</summary>
    private bool Continue(int start, char close)
    {
        if (Problem is not null)
        {
            return false;
        }

        SkipSpace();
        var what = close == ']' ? "array" : "object";
        if (Current == close)
        {
            _offset++;
            return false;
        }

        if (Current != ',')
        {
            Fail(
                _offset == _text.Length
                    ? ($"the file ends inside the {what} that begins on line {_source.Span(start, 0).StartLine}", 0)
                    : JsonProblems.At(_text, _offset, $"a comma or the '{close}' of the {what}")
            );
            return false;
        }

        var comma = _offset++;
        SkipSpace();
        if (Current == close)
        {
            Fail($"a comma stands before the '{close}' of the {what} with nothing after it", comma, 1);
            return false;
        }

        return true;
    }

    private JsonString? ParseString()
    {
        var start = _offset;
        var scan = JsonStringScanner.Scan(_text, start);
        if (scan.Problem is { } problem)
        {
            Fail(problem, scan.ProblemStart, scan.End - scan.ProblemStart);
            return null;
        }

        _offset = scan.End;
        return new JsonString(_text, start, scan.End, scan.HasEscapes);
    }

    private JsonNumber? ParseNumber()
    {
        var start = _offset;
        var end = JsonProblems.WordEnd(_text, start);
        if (!JsonNumbers.IsNumber(_text.AsSpan(start, end - start)))
        {
            Fail(JsonProblems.Number(_text, start, end), start, end - start);
            return null;
        }

        _offset = end;
        return new JsonNumber(_text, start, end);
    }

    private JsonLiteral? ParseLiteral(string word, JsonLiteralKind kind)
    {
        var end = JsonProblems.WordEnd(_text, _offset);
        if (!_text.AsSpan(_offset, end - _offset).SequenceEqual(word.AsSpan()))
        {
            Fail(JsonProblems.At(_text, _offset, "a value"));
            return null;
        }

        var literal = new JsonLiteral(kind, _offset, end);
        _offset = end;
        return literal;
    }

    /// <summary>The next character; NUL at the end, which is nothing that JSON allows anywhere.</summary>
    private char Current => _offset < _text.Length ? _text[_offset] : '\0';

    private void SkipSpace()
    {
        // Indented JSON is half spaces: the loop is worth its locals.
        var text = _text;
        var offset = _offset;
        while (offset < text.Length && text[offset] is ' ' or '\n' or '\r' or '\t')
        {
            offset++;
        }

        _offset = offset;
    }

    private void Fail((string Message, int Length) problem) => Fail(problem.Message, _offset, problem.Length);

    private void Fail(string message, int start, int length) =>
        Problem ??= new SyntaxProblem(message, _source.Span(start, length));
}
