using System;
using System.Collections.Generic;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Syntax.Terraform;

/// <summary>
/// Cuts Terraform into tokens (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md). It never fails: a text that is not
/// closed ends with its line, and one between marks with the file. Time is linear in the text.
/// </summary>
internal sealed class TerraformLexer(string source)
{
    private readonly List<InfraToken> _tokens = [];

    /// <summary>The first place where a text or a comment is not closed; null where all are.</summary>
    public int? NotClosedAt { get; private set; }

    /// <summary>The tokens, the last one an <see cref="InfraTokenKind.End"/>. Comments and blanks are left out.</summary>
    public List<InfraToken> Scan()
    {
        for (var at = 0; at < source.Length; )
        {
            at = Step(at);
        }

        _tokens.Add(new InfraToken(InfraTokenKind.End, source.Length, source.Length));
        return _tokens;
    }

    private int Step(int at)
    {
        var sign = source[at];
        if (sign == '\n')
        {
            if (_tokens.Count > 0 && _tokens[_tokens.Count - 1].Kind != InfraTokenKind.LineEnd)
            {
                _tokens.Add(new InfraToken(InfraTokenKind.LineEnd, at, at + 1));
            }

            return at + 1;
        }

        // A mark of the order of bytes is no part of what is said.
        if (char.IsWhiteSpace(sign) || sign == '\uFEFF')
        {
            return at + 1;
        }

        if (sign == '#' || (sign == '/' && At(at + 1) is '/' or '*'))
        {
            return AfterComment(at);
        }

        if (sign == '"')
        {
            return Add(AfterText(at, out var isFilled), at, isFilled);
        }

        if (sign == '<' && At(at + 1) == '<' && AfterLines(at, out var areFilled) is { } end)
        {
            return Add(end, at, areFilled);
        }

        if (char.IsLetterOrDigit(sign) || sign == '_')
        {
            var behind = at + 1;
            while (behind < source.Length && IsWordPart(source[behind]))
            {
                behind++;
            }

            var kind = char.IsDigit(sign) ? InfraTokenKind.Number : InfraTokenKind.Word;
            _tokens.Add(new InfraToken(kind, at, behind));
            return behind;
        }

        _tokens.Add(new InfraToken(InfraTokenKind.Sign, at, at + 1));
        return at + 1;
    }

    private int Add(int end, int start, bool isFilled)
    {
        _tokens.Add(new InfraToken(isFilled ? InfraTokenKind.FilledText : InfraTokenKind.Text, start, end));
        return end;
    }

    private int AfterComment(int at)
    {
        if (source[at] == '#' || source[at + 1] == '/')
        {
            return EndOfLine(at);
        }

        var end = source.IndexOf("*/", at + 2, StringComparison.Ordinal);
        NotClosedAt ??= end < 0 ? at : null;
        return end < 0 ? source.Length : end + 2;
    }

    // Texts stand within ${ } of texts; how deep is counted, so that no text is read twice.
    private int AfterText(int start, out bool isFilled)
    {
        isFilled = false;
        // Each entry is the number of braces open within one ${ }.
        var open = new Stack<int>();
        var inText = true;
        for (var at = start + 1; at < source.Length; at++)
        {
            var sign = source[at];
            if (inText && sign == '\n')
            {
                NotClosedAt ??= start;
                return at;
            }

            if (inText && sign == '\\')
            {
                at++;
            }
            else if (inText && sign is '$' or '%' && At(at + 1) == sign && At(at + 2) == '{')
            {
                // $${ and %%{ stand for themselves.
                at += 2;
            }
            else if (inText && sign is '$' or '%' && At(at + 1) == '{')
            {
                isFilled = true;
                inText = false;
                open.Push(0);
                at++;
            }
            else if (sign == '"')
            {
                if (inText && open.Count == 0)
                {
                    return at + 1;
                }

                inText = !inText;
            }
            else if (!inText && sign == '{')
            {
                open.Push(open.Pop() + 1);
            }
            else if (!inText && sign == '}')
            {
                var braces = open.Pop();
                inText = braces == 0;
                if (!inText)
                {
                    open.Push(braces - 1);
                }
            }
        }

        NotClosedAt ??= start;
        return source.Length;
    }

    // <<EOT and <<-EOT: up to the line that says no more than the mark, whose line break is the next token. Null where it is none.
    private int? AfterLines(int start, out bool areFilled)
    {
        areFilled = false;
        var from = start + (At(start + 2) == '-' ? 3 : 2);
        var behind = from;
        while (behind < source.Length && IsWordPart(source[behind]))
        {
            behind++;
        }

        var lineEnd = EndOfLine(behind);
        if (behind == from || !IsBlank(behind, lineEnd))
        {
            return null;
        }

        for (var line = lineEnd + 1; line < source.Length; )
        {
            var end = EndOfLine(line);
            var (first, last) = (line, end);
            while (first < last && char.IsWhiteSpace(source[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(source[last - 1]))
            {
                last--;
            }

            if (last - first == behind - from && string.CompareOrdinal(source, first, source, from, behind - from) == 0)
            {
                return last;
            }

            areFilled |= source.IndexOf("${", line, end - line, StringComparison.Ordinal) >= 0;
            line = end + 1;
        }

        NotClosedAt ??= start;
        return source.Length;
    }

    private bool IsBlank(int from, int end)
    {
        while (from < end && char.IsWhiteSpace(source[from]))
        {
            from++;
        }

        return from == end;
    }

    private int EndOfLine(int from)
    {
        var end = from >= source.Length ? -1 : source.IndexOf('\n', from);
        return end < 0 ? source.Length : end;
    }

    private char At(int at) => at < source.Length ? source[at] : '\0';

    private static bool IsWordPart(char sign) => char.IsLetterOrDigit(sign) || sign is '_' or '-';
}
