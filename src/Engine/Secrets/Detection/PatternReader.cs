using System;
using System.Collections.Immutable;
using System.Globalization;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// Takes the pattern of a detector apart, as far as detectors use regular expressions: characters, classes, groups of all kinds,
/// alternatives and repetitions.
/// </summary>
internal sealed class PatternReader
{
    private readonly string _pattern;
    private int _at;

    private PatternReader(string pattern) => _pattern = pattern;

    /// <summary>The parts of a pattern.</summary>
    /// <exception cref="FormatException">It has something that detectors do without.</exception>
    public static PatternPart Read(string pattern)
    {
        var reader = new PatternReader(pattern);
        var part = reader.Branches(false);
        return reader._at == pattern.Length ? part : throw reader.Odd();
    }

    private PatternPart Branches(bool withoutCase)
    {
        var branches = ImmutableArray.CreateBuilder<PatternPart>();
        var parts = ImmutableArray.CreateBuilder<PatternPart>();
        while (_at < _pattern.Length && _pattern[_at] != ')')
        {
            if (_pattern[_at] == '|')
            {
                _at++;
                branches.Add(new PatternPart.Row(parts.ToImmutable()));
                parts.Clear();
            }
            else
            {
                parts.Add(Repeated(Part(withoutCase)));
            }
        }

        branches.Add(new PatternPart.Row(parts.ToImmutable()));
        return branches.Count == 1 ? branches[0] : new PatternPart.Choice(branches.ToImmutable());
    }

    private PatternPart Part(bool withoutCase)
    {
        var sign = _pattern[_at++];
        return sign switch
        {
            '(' => Group(withoutCase),
            '[' => One(Class(), withoutCase),
            '\\' => Escape(withoutCase),
            '.' => new PatternPart.One(SignSet.All),
            '^' or '$' => Nothing(),
            _ => One(default(SignSet).With(sign, sign), withoutCase),
        };
    }

    private PatternPart Group(bool withoutCase)
    {
        var (isLook, isAtomic) = (false, false);
        if (Take("?"))
        {
            if (Take("=") || Take("!") || Take("<=") || Take("<!"))
            {
                isLook = true;
            }
            else if (Take("i:"))
            {
                withoutCase = true;
            }
            else if (Take("<"))
            {
                _at = _pattern.IndexOf('>', _at) + 1;
            }
            else if (Take(">"))
            {
                isAtomic = true;
            }
            else if (!Take(":"))
            {
                throw Odd();
            }
        }

        var inner = Branches(withoutCase);
        return !Take(")") ? throw Odd()
            : isLook ? new PatternPart.Look(inner)
            : isAtomic ? new PatternPart.Atomic(inner)
            : inner;
    }

    private PatternPart Repeated(PatternPart part)
    {
        if (_at == _pattern.Length)
        {
            return part;
        }

        var (least, most) = _pattern[_at] switch
        {
            '?' => (0, 1),
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            '{' => Bounds(),
            _ => (1, 1),
        };
        if (_pattern[_at] is '?' or '*' or '+' or '}')
        {
            _at++;
            // As few as possible.
            _ = Take("?");
            return new PatternPart.Repeat(part, least, most);
        }

        return part;
    }

    private (int Least, int Most) Bounds()
    {
        var end = _pattern.IndexOf('}', _at);
        var numbers = _pattern.Substring(_at + 1, end - _at - 1).Split(',');
        _at = end;
        var least = int.Parse(numbers[0], CultureInfo.InvariantCulture);
        return numbers.Length == 1 ? (least, least)
            : numbers[1].Length == 0 ? (least, int.MaxValue)
            : (least, int.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    private PatternPart Escape(bool withoutCase)
    {
        var sign = _pattern[_at++];
        switch (sign)
        {
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G':
                return Nothing();
            case 'k':
                _at = _pattern.IndexOf('>', _at) + 1;
                return new PatternPart.Again();
            default:
                return One(Escaped(sign), withoutCase);
        }
    }

    private SignSet Class()
    {
        var isNegated = Take("^");
        var set = default(SignSet);
        for (var first = true; first || _pattern[_at] != ']'; first = false)
        {
            var sign = _pattern[_at++];
            if (sign == '\\')
            {
                set = set.Or(Escaped(_pattern[_at++]));
            }
            else if (_pattern[_at] == '-' && _pattern[_at + 1] is not (']' or '\\'))
            {
                set = set.With(sign, _pattern[_at + 1]);
                _at += 2;
            }
            else
            {
                set = set.With(sign, sign);
            }
        }

        _at++;
        return isNegated ? set.Not() : set;
    }

    private SignSet Escaped(char sign) =>
        sign switch
        {
            'd' => Digits,
            'w' => Digits.With('a', 'z').With('A', 'Z').With('_', '_') with { HasOthers = true },
            's' => Blanks,
            'S' => Blanks.Not(),
            'n' => default(SignSet).With('\n', '\n'),
            'r' => default(SignSet).With('\r', '\r'),
            't' => default(SignSet).With('\t', '\t'),
            _ when char.IsLetterOrDigit(sign) => throw Odd(),
            _ => default(SignSet).With(sign, sign),
        };

    // Of other scripts too.
    private static SignSet Digits => default(SignSet).With('0', '9') with { HasOthers = true };

    private static SignSet Blanks => default(SignSet).With('\t', '\r').With(' ', ' ') with { HasOthers = true };

    private static PatternPart.One One(SignSet set, bool withoutCase) => new(withoutCase ? set.WithoutCase() : set);

    private static PatternPart.Row Nothing() => new(ImmutableArray<PatternPart>.Empty);

    private bool Take(string text)
    {
        var isThere = string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;
        _at += isThere ? text.Length : 0;
        return isThere;
    }

    private FormatException Odd() => new($"'{_pattern}' has something at {_at} that no detector may have");
}
