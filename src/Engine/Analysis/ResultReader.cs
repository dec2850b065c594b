using System.Collections.Immutable;
using System.Text;
using Governance.Engine.Syntax;

namespace Governance.Engine.Analysis;

/// <summary>
/// The reading half of <see cref="FileResultCodec"/>. The bytes may be anything: past a flaw everything reads as zero or
/// empty, and <see cref="IsAtEnd"/> stays false.
/// </summary>
internal struct ResultReader(byte[] buffer, int offset, int length)
{
    private readonly int _end = offset + length;
    private int _position = offset;
    private bool _isBroken;

    /// <summary>Reads one thing.</summary>
    public delegate T Read<T>(ref ResultReader reader);

    /// <summary>Whether everything was read, and was sound.</summary>
    public readonly bool IsAtEnd => !_isBroken && _position == _end;

    private readonly int Remaining => _isBroken ? 0 : _end - _position;

    public byte Byte() => Remaining > 0 ? buffer[_position++] : Broken();

    public int Number()
    {
        var value = Unsigned();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    public string Text()
    {
        var head = Unsigned();
        var isUtf16 = (head & 1) != 0;
        var count = (long)(head >> 1) * (isUtf16 ? 2 : 1);
        if (count > Remaining)
        {
            Broken();
            return "";
        }

        var start = _position;
        _position += (int)count;
        return isUtf16 ? Units(start, (int)count / 2) : Encoding.UTF8.GetString(buffer, start, (int)count);
    }

    public string? OptionalText() => Byte() == 0 ? null : Text();

    public SourceSpan Span()
    {
        var line = Number();
        var column = Number();
        return new SourceSpan(line, column, unchecked(line + Number()), Number());
    }

    public SourceSpan? OptionalSpan() => Byte() == 0 ? null : Span();

    public ImmutableArray<T> Many<T>(Read<T> read)
    {
        var count = Number();
        if (count == 0)
        {
            return ImmutableArray<T>.Empty;
        }

        // Everything takes a byte at least, so that a wrong count cannot ask for more memory than there are bytes.
        if (count < 0 || count > Remaining)
        {
            Broken();
            return ImmutableArray<T>.Empty;
        }

        var builder = ImmutableArray.CreateBuilder<T>(count);
        for (var index = 0; index < count && !_isBroken; index++)
        {
            builder.Add(read(ref this));
        }

        return builder.ToImmutable();
    }

    private uint Unsigned()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Byte();
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        return Broken();
    }

    private byte Broken()
    {
        _isBroken = true;
        return 0;
    }

    /// <summary>UTF-16 unit for unit: decoding would replace unpaired surrogates.</summary>
    private readonly string Units(int start, int count)
    {
        var units = new char[count];
        for (var index = 0; index < count; index++)
        {
            var at = start + (2 * index);
            units[index] = (char)(buffer[at] | (buffer[at + 1] << 8));
        }

        return new string(units);
    }
}
