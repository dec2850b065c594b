using System;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Governance.Engine.Repository;

/// <summary>Reads what stands between two slashes of a pattern.</summary>
internal ref struct GlobSegmentParser
{
    private readonly string _text;
    private int _at;
    private string? _error;

    private GlobSegmentParser(string text) => _text = text;

    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out GlobSegment? segment,
        [NotNullWhen(false)] out string? error
    )
    {
        segment = null;
        error = text switch
        {
            "" => "has two slashes in a row and matches nothing",
            "." or ".." => $"has the segment '{text}' and matches nothing; patterns start at the root",
            _ => null,
        };
        if (error is not null)
        {
            return false;
        }

        if (text.Length > 1 && text.All(static c => c == '*'))
        {
            segment = GlobSegment.AnyDepth;
            return true;
        }

        var parser = new GlobSegmentParser(text);
        var tokens = parser.Tokens();
        error = parser._error;
        segment = error is null ? GlobSegment.Of(tokens) : null;
        return segment is not null;
    }

    private ImmutableArray<GlobToken> Tokens()
    {
        var tokens = ImmutableArray.CreateBuilder<GlobToken>();
        while (_at < _text.Length && _error is null)
        {
            switch (_text[_at])
            {
                case '*':
                    _at++;
                    if (tokens.Count == 0 || tokens[tokens.Count - 1].Kind != GlobTokenKind.Star)
                    {
                        tokens.Add(GlobToken.Star);
                    }

                    break;
                case '?':
                    _at++;
                    tokens.Add(GlobToken.AnyCharacter);
                    break;
                case '[':
                    _at++;
                    tokens.Add(Set());
                    break;
                default:
                    tokens.Add(GlobToken.Character(Character()));
                    break;
            }
        }

        return tokens.ToImmutable();
    }

    private GlobToken Set()
    {
        var ranges = ImmutableArray.CreateBuilder<CodePointRange>();
        var negated = _at < _text.Length && _text[_at] is '!' or '^';
        _at += negated ? 1 : 0;
        for (var isFirst = true; _error is null; isFirst = false)
        {
            if (_at >= _text.Length)
            {
                _error = "has a '[' without its ']'";
            }
            else if (_text[_at] == ']' && !isFirst)
            {
                _at++;
                break;
            }
            else if (_text[_at] == '[' && _at + 1 < _text.Length && _text[_at + 1] == ':')
            {
                ranges.AddRange(NamedClass());
            }
            else
            {
                ranges.Add(Range());
            }
        }

        return GlobToken.Set(ranges.ToImmutable(), negated);
    }

    private CodePointRange Range()
    {
        var first = Character();
        var isRange = _at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']';
        if (!isRange)
        {
            return new CodePointRange(first, first);
        }

        _at++;
        var last = Character();
        if (last < first)
        {
            _error ??= $"has the range '{char.ConvertFromUtf32(first)}-{char.ConvertFromUtf32(last)}', which is empty";
        }

        return new CodePointRange(first, last);
    }

    private ImmutableArray<CodePointRange> NamedClass()
    {
        var end = _text.IndexOf(":]", _at + 2, StringComparison.Ordinal);
        var name = end < 0 ? "" : _text.Substring(_at + 2, end - _at - 2);
        if (BoundsOf(name) is { } bounds)
        {
            _at = end + 2;
            var ranges = ImmutableArray.CreateBuilder<CodePointRange>(bounds.Length / 2);
            for (var index = 0; index < bounds.Length; index += 2)
            {
                ranges.Add(new CodePointRange(bounds[index], bounds[index + 1]));
            }

            return ranges.MoveToImmutable();
        }

        _error = $"has the unknown character class '[:{name}'";
        return ImmutableArray<CodePointRange>.Empty;
    }

    /// <summary>The character at hand, with its escape resolved.</summary>
    private int Character()
    {
        if (_text[_at] == '\\')
        {
            _at++;
            if (_at >= _text.Length)
            {
                _error = "ends in a '\\' that escapes nothing";
                return 0;
            }

            if (char.IsLetterOrDigit(_text[_at]))
            {
                _error = "has a '\\' before a letter or digit; folders are separated by '/'";
            }
        }

        var isPair = char.IsHighSurrogate(_text[_at]) && _at + 1 < _text.Length && char.IsLowSurrogate(_text[_at + 1]);
        var codePoint = isPair ? char.ConvertToUtf32(_text[_at], _text[_at + 1]) : _text[_at];
        _at += isPair ? 2 : 1;
        if (codePoint is >= 0xD800 and <= 0xDFFF)
        {
            _error ??= "has half a surrogate pair";
        }

        return codePoint;
    }

    /// <summary>The bounds of a named class, in pairs; null where there is none of this name.</summary>
    private static string? BoundsOf(string className) =>
        className switch
        {
            "alnum" => "09AZaz",
            "alpha" => "AZaz",
            "blank" => "  \t\t",
            "cntrl" => "\u0000\u001F\u007F\u007F",
            "digit" => "09",
            "graph" => "!~",
            "lower" => "az",
            "print" => " ~",
            "punct" => "!/:@[`{~",
            "space" => "  \t\r",
            "upper" => "AZ",
            "xdigit" => "09AFaf",
            _ => null,
        };
}
