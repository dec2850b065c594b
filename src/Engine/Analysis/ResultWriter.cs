using System;
using System.Text;
using Governance.Engine.Syntax;

namespace Governance.Engine.Analysis;

/// <summary>The writing half of <see cref="FileResultCodec"/>: numbers in as few bytes as they need, text as UTF-8.</summary>
internal sealed class ResultWriter
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private byte[] _bytes = new byte[256];
    private int _length;

    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    public void Byte(byte value) => Reserve(1)[0] = value;

    /// <summary>Small numbers of either sign take one byte.</summary>
    public void Number(int value) => Unsigned((uint)((value << 1) ^ (value >> 31)));

    /// <summary>Text; what is not valid Unicode is kept as UTF-16, marked by the length's lowest bit.</summary>
    public void Text(string value)
    {
        if (IsValid(value))
        {
            var encoded = Strict.GetBytes(value);
            Unsigned((uint)encoded.Length << 1);
            encoded.AsSpan().CopyTo(Reserve(encoded.Length));
            return;
        }

        Unsigned(((uint)value.Length << 1) | 1);
        foreach (var unit in value)
        {
            Byte((byte)unit);
            Byte((byte)(unit >> 8));
        }
    }

    public void OptionalText(string? value)
    {
        Byte(value is null ? (byte)0 : (byte)1);
        if (value is not null)
        {
            Text(value);
        }
    }

    public void Span(SourceSpan value)
    {
        Number(value.StartLine);
        Number(value.StartColumn);
        Number(value.EndLine - value.StartLine);
        Number(value.EndColumn);
    }

    public void OptionalSpan(SourceSpan? value)
    {
        Byte(value is null ? (byte)0 : (byte)1);
        if (value is { } span)
        {
            Span(span);
        }
    }

    private static bool IsValid(string value)
    {
        for (var index = 0; index < value.Length; index++)
        {
            if (char.IsHighSurrogate(value[index]) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(value[index]))
            {
                return false;
            }
        }

        return true;
    }

    private void Unsigned(uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }

    private Span<byte> Reserve(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
