using YamlDotNet.Core;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// Turns YamlDotNet's marks into places of the text. Only a mark's index is used: its lines also end at U+0085, U+2028 and
/// U+2029, which end no line for an editor.
/// </summary>
/// <param name="source">The whole text.</param>
/// <param name="input">What YamlDotNet was given of it.</param>
internal sealed class YamlPlaces(SourceText source, YamlInput input)
{
    public string Text => source.Text;

    /// <summary>The offset of a mark. The mark of an empty node may lie behind the end of the text.</summary>
    public int Offset(Mark mark) => input.ToFile(mark.Index);

    /// <summary>The span between two offsets.</summary>
    public SourceSpan Span(int start, int end) => source.Span(start, end - start);

    /// <summary>The text between two marks.</summary>
    public string Slice(Mark start, Mark end) => source.Text.Substring(Offset(start), Offset(end) - Offset(start));

    /// <summary>The offset of the first character at or behind <paramref name="start"/> that is neither space nor comment.</summary>
    public int SkipSpace(int start)
    {
        var text = source.Text;
        while (start < text.Length && (IsSpace(text[start]) || text[start] == '#'))
        {
            if (text[start] != '#')
            {
                start++;
                continue;
            }

            while (start < text.Length && !IsBreak(text[start]))
            {
                start++;
            }
        }

        return start;
    }

    /// <summary>The offset behind the last character between two offsets that is no space.</summary>
    public int TrimEnd(int start, int end)
    {
        while (end > start && IsSpace(source.Text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>The offset of the line break that ends the line of an offset.</summary>
    public int EndOfLine(int offset)
    {
        var found = source.Text.IndexOfAny(['\r', '\n'], offset);
        return found < 0 ? source.Text.Length : found;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' || IsBreak(c);

    private static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
