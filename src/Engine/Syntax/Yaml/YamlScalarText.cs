using System.Collections.Generic;
using System.Text;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>The value of a scalar in the making, and where its parts stand when somebody asks for that.</summary>
/// <param name="places">Takes the parts, or null.</param>
internal sealed class YamlScalarText(List<YamlScalarPart>? places)
{
    private readonly StringBuilder _value = new();

    /// <summary>Adds a stretch of the text as it is.</summary>
    public void Add(string text, int start, int end)
    {
        if (end > start)
        {
            places?.Add(new YamlScalarPart(_value.Length, start, end) { IsVerbatim = true });
            _value.Append(text, start, end - start);
        }
    }

    /// <summary>Adds what a stretch of the text stands for.</summary>
    public void Add(char c, int start, int end)
    {
        places?.Add(new YamlScalarPart(_value.Length, start, end));
        _value.Append(c);
    }

    /// <summary>Adds line breaks: the one at an offset and the next ones. Returns the offset behind the last.</summary>
    public int AddBreaks(string text, int offset, int count, int end)
    {
        for (; count > 0; count--)
        {
            while (offset < end && !YamlChars.IsBreak(text[offset]))
            {
                offset++;
            }

            var next = YamlChars.BehindBreak(text, offset, end);
            Add('\n', offset, next);
            offset = next;
        }

        return offset;
    }

    /// <summary>
    /// Folds (https://yaml.org/spec/1.2.2/#65-line-folding) the line break at an offset, the blank lines behind it and the
    /// next line's indentation. Returns the offset of what follows.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="offset">Where the line break stands.</param>
    /// <param name="end">Where the scalar ends.</param>
    /// <param name="isEscaped">Whether the line break itself is to leave nothing behind.</param>
    public int Fold(string text, int offset, int end, bool isEscaped = false)
    {
        var first = offset;
        var isBlank = false;
        offset = YamlChars.SkipBlanks(text, YamlChars.BehindBreak(text, offset, end), end);
        while (offset < end && YamlChars.IsBreak(text[offset]))
        {
            var next = YamlChars.BehindBreak(text, offset, end);
            Add('\n', offset, next);
            isBlank = true;
            offset = YamlChars.SkipBlanks(text, next, end);
        }

        if (!isBlank && !isEscaped)
        {
            Add(' ', first, YamlChars.BehindBreak(text, first, end));
        }

        return offset;
    }

    /// <summary>Takes the value away, so that the next scalar can be made.</summary>
    public string Take()
    {
        var value = _value.ToString();
        _value.Clear();
        return value;
    }
}

/// <summary>A part of a scalar's value: one character, or a stretch that stands in the text as it is.</summary>
/// <param name="Value">The part's offset in the value.</param>
/// <param name="Text">The offset in the text of what stands for it.</param>
/// <param name="End">The offset behind that.</param>
internal readonly record struct YamlScalarPart(int Value, int Text, int End)
{
    /// <summary>Whether it stands in the text as it is.</summary>
    public bool IsVerbatim { get; init; }
}
