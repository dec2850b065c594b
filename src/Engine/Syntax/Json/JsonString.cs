using System;
using System.Globalization;
using System.Text;

namespace Governance.Engine.Syntax.Json;

/// <summary>A string. It holds its place only; the value is decoded each time it is asked for.</summary>
public sealed class JsonString : JsonNode
{
    private readonly string _text;

    internal JsonString(string text, int start, int end, bool hasEscapes)
        : base(start, end)
    {
        _text = text;
        HasEscapes = hasEscapes;
    }

    /// <summary>Whether some characters are written with a backslash, so that <see cref="Raw"/> is not the value.</summary>
    public bool HasEscapes { get; }

    /// <summary>What stands between the quotes, as written.</summary>
    public ReadOnlySpan<char> Raw => _text.AsSpan(Start + 1, Length - 2);

    /// <summary>The value with its escapes resolved. <c>\uD800</c> without its other half stays a lone surrogate.</summary>
    public string Value => HasEscapes ? Decode() : Raw.ToString();

    /// <summary>Whether this is the value.</summary>
    public bool Is(string value) => HasEscapes ? Value == value : Raw.SequenceEqual(value.AsSpan());

    /// <inheritdoc/>
    public override string ToString() => _text.Substring(Start, Length);

    /// <summary>Appends the value, without a text of its own.</summary>
    internal void AppendTo(StringBuilder value)
    {
        var raw = Raw;
        while (raw.IndexOf('\\') is var backslash && backslash >= 0)
        {
            Append(value, raw.Slice(0, backslash));
            var escape = raw[backslash + 1];
            if (escape == 'u')
            {
                value.Append((char)CodeUnit(raw.Slice(backslash + 2, 4)));
                raw = raw.Slice(backslash + 6);
            }
            else
            {
                value.Append(Unescape(escape));
                raw = raw.Slice(backslash + 2);
            }
        }

        Append(value, raw);
    }

    private string Decode()
    {
        var value = new StringBuilder(Length);
        AppendTo(value);
        return value.ToString();
    }

    private static void Append(StringBuilder value, ReadOnlySpan<char> plain)
    {
#if NETSTANDARD2_0
        value.Append(plain.ToString());
#else
        value.Append(plain);
#endif
    }

    private static int CodeUnit(ReadOnlySpan<char> hexadecimal) =>
        int.Parse(hexadecimal.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char Unescape(char escape) =>
        escape switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => escape,
        };
}
