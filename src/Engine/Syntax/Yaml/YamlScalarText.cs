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
            places?.Add(new YamlScalarPart(_value.Length, start));
            _value.Append(text, start, end - start);
        }
    }

    /// <summary>Adds what stands for something else.</summary>
    public void Add(char c, int offset)
    {
        places?.Add(new YamlScalarPart(_value.Length, offset));
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

            Add('\n', offset);
            offset = offset < end ? YamlChars.BehindBreak(text, offset, end) : offset;
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
            Add('\n', offset);
            isBlank = true;
            offset = YamlChars.SkipBlanks(text, YamlChars.BehindBreak(text, offset, end), end);
        }

        if (!isBlank && !isEscaped)
        {
            Add(' ', first);
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

/// <summary>A part of a scalar's value that stands as it is in the text, from one offset to the next part.</summary>
/// <param name="Value">The part's offset in the value.</param>
/// <param name="Text">Its offset in the text.</param>
internal readonly record struct YamlScalarPart(int Value, int Text);
