namespace Governance.Engine.Syntax.Yaml;

/// <summary>Makes the value of a literal or folded block from its lines.</summary>
/// <param name="text">The whole text.</param>
/// <param name="start">The offset of the block's first line.</param>
/// <param name="end">The offset behind its last.</param>
/// <param name="indent">How many spaces of each line are indentation.</param>
/// <param name="value">Takes the value.</param>
internal readonly struct YamlBlockText(string text, int start, int end, int indent, YamlScalarText value)
{
    /// <summary>Makes the value.</summary>
    /// <param name="isFolded">Whether lines are joined.</param>
    /// <param name="chomping">What happens to the last line breaks: '-' drops them, '+' keeps them, else one is kept.</param>
    public void Read(bool isFolded, char chomping)
    {
        // Line breaks wait until it is known what follows them.
        var (breaks, firstBreak) = (0, start);
        var (hasText, wasMore) = (false, false);
        for (var line = start; line < end; )
        {
            var content = line;
            while (content < end && content - line < indent && text[content] == ' ')
            {
                content++;
            }

            var last = content;
            while (last < end && !YamlChars.IsBreak(text[last]))
            {
                last++;
            }

            if (last > content)
            {
                var isMore = YamlChars.IsBlank(text[content]);
                Join(isFolded && hasText && !isMore && !wasMore, breaks, firstBreak);
                value.Add(text, content, last);
                (breaks, firstBreak, hasText, wasMore) = (0, last, true, isMore);
            }

            if (last < end)
            {
                breaks++;
                last = YamlChars.BehindBreak(text, last, end);
            }

            line = last;
        }

        var kept = chomping switch
        {
            '-' => 0,
            '+' => breaks,
            _ => hasText && breaks > 0 ? 1 : 0,
        };
        value.AddBreaks(text, firstBreak, kept, end);
    }

    private void Join(bool isFold, int breaks, int firstBreak)
    {
        if (!isFold)
        {
            value.AddBreaks(text, firstBreak, breaks, end);
        }
        else if (breaks == 1)
        {
            value.Add(' ', firstBreak, YamlChars.BehindBreak(text, firstBreak, end));
        }
        else
        {
            value.AddBreaks(text, YamlChars.BehindBreak(text, firstBreak, end), breaks - 1, end);
        }
    }
}
