using System;
using System.Collections.Immutable;

namespace Governance.Engine.Repository;

/// <summary>What stands between two slashes of a <see cref="Glob"/>.</summary>
internal sealed class GlobSegment
{
    private readonly ImmutableArray<GlobToken> _tokens;
    private readonly string? _text;
    private readonly string _end;
    private readonly SimpleForm _form;

    private GlobSegment(ImmutableArray<GlobToken> tokens, SimpleForm form, string? text)
    {
        _tokens = tokens;
        _form = form;
        _text = text;
        _end = EndOf(tokens);
    }

    /// <summary>The forms nearly all patterns have, which need no walk over tokens.</summary>
    private enum SimpleForm
    {
        None,
        AnyDepth,
        Anything,
        Exact,
        Prefix,
        Suffix,
    }

    /// <summary>Whether it is <c>**</c>.</summary>
    public bool IsAnyDepth => _form == SimpleForm.AnyDepth;

    public static GlobSegment AnyDepth { get; } = new(ImmutableArray<GlobToken>.Empty, SimpleForm.AnyDepth, null);

    public static GlobSegment Of(ImmutableArray<GlobToken> tokens)
    {
        if (tokens.Length == 1 && tokens[0].Kind == GlobTokenKind.Star)
        {
            return new GlobSegment(tokens, SimpleForm.Anything, null);
        }

        var text = new System.Text.StringBuilder();
        var stars = 0;
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case GlobTokenKind.Character:
                    text.Append(char.ConvertFromUtf32(token.CodePoint));
                    break;
                case GlobTokenKind.Star:
                    stars++;
                    break;
                default:
                    return new GlobSegment(tokens, SimpleForm.None, null);
            }
        }

        var form = stars switch
        {
            0 => SimpleForm.Exact,
            1 when tokens[0].Kind == GlobTokenKind.Star => SimpleForm.Suffix,
            1 when tokens[tokens.Length - 1].Kind == GlobTokenKind.Star => SimpleForm.Prefix,
            _ => SimpleForm.None,
        };
        return new GlobSegment(tokens, form, text.ToString());
    }

    /// <summary>Whether it matches a name.</summary>
    public bool IsMatch(ReadOnlySpan<char> name) =>
        _form switch
        {
            SimpleForm.Exact => name.SequenceEqual(_text.AsSpan()),
            SimpleForm.Prefix => name.StartsWith(_text.AsSpan(), StringComparison.Ordinal),
            SimpleForm.Suffix => name.EndsWith(_text.AsSpan(), StringComparison.Ordinal),
            SimpleForm.None => name.EndsWith(_end.AsSpan(), StringComparison.Ordinal) && Walk(name),
            _ => true,
        };

    /// <summary>The characters behind the last token that is none: what every name that matches ends with.</summary>
    private static string EndOf(ImmutableArray<GlobToken> tokens)
    {
        var end = "";
        for (var index = tokens.Length - 1; index >= 0 && tokens[index].Kind == GlobTokenKind.Character; index--)
        {
            end = char.ConvertFromUtf32(tokens[index].CodePoint) + end;
        }

        return end;
    }

    /// <summary>As for whole segments: on a difference only the last star takes one character more.</summary>
    private bool Walk(ReadOnlySpan<char> name)
    {
        int next = 0,
            at = 0,
            retryToken = -1,
            retryAt = 0;
        while (at < name.Length || next < _tokens.Length)
        {
            if (next < _tokens.Length && _tokens[next].Kind == GlobTokenKind.Star)
            {
                retryToken = ++next;
                retryAt = at;
                continue;
            }

            if (next < _tokens.Length && at < name.Length)
            {
                var codePoint = CodePointAt(name, at, out var length);
                if (_tokens[next].IsMatch(codePoint))
                {
                    next++;
                    at += length;
                    continue;
                }
            }

            if (retryToken < 0 || retryAt >= name.Length)
            {
                return false;
            }

            CodePointAt(name, retryAt, out var skipped);
            retryAt += skipped;
            at = retryAt;
            next = retryToken;
        }

        return true;
    }

    private static int CodePointAt(ReadOnlySpan<char> name, int at, out int length)
    {
        if (char.IsHighSurrogate(name[at]) && at + 1 < name.Length && char.IsLowSurrogate(name[at + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(name[at], name[at + 1]);
        }

        length = 1;
        return name[at];
    }
}
