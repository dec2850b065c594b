using System;
using System.Collections.Generic;
using System.Text;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Syntax.Bicep;

/// <summary>
/// Cuts Bicep into tokens (https://learn.microsoft.com/azure/azure-resource-manager/bicep/file and .../data-types for strings).
/// It never fails: a text that is not closed ends with its line, a multi-line one with the file. Time is linear in the text.
/// </summary>
internal static class BicepLexer
{
    private const string Fence = "'''";

    /// <summary>The tokens, the last one an <see cref="InfraTokenKind.End"/>. Comments and blanks are left out.</summary>
    public static List<InfraToken> Scan(string source)
    {
        var tokens = new List<InfraToken>();
        for (var at = 0; at < source.Length; )
        {
            var start = at;
            var sign = source[at];
            if (sign is '\n' or '\r')
            {
                at++;
                if (tokens.Count > 0 && tokens[tokens.Count - 1].Kind != InfraTokenKind.LineEnd)
                {
                    tokens.Add(new InfraToken(InfraTokenKind.LineEnd, start, at));
                }
            }
            else if (char.IsWhiteSpace(sign))
            {
                at++;
            }
            else if (sign == '/' && at + 1 < source.Length && source[at + 1] is '/' or '*')
            {
                at = AfterComment(source, at);
            }
            else if (sign == '\'')
            {
                at = AfterText(source, at, out var isFilled);
                tokens.Add(new InfraToken(isFilled ? InfraTokenKind.FilledText : InfraTokenKind.Text, start, at));
            }
            else if (IsWordPart(sign))
            {
                while (at < source.Length && IsWordPart(source[at]))
                {
                    at++;
                }

                tokens.Add(new InfraToken(char.IsDigit(sign) ? InfraTokenKind.Number : InfraTokenKind.Word, start, at));
            }
            else
            {
                tokens.Add(new InfraToken(InfraTokenKind.Sign, start, ++at));
            }
        }

        tokens.Add(new InfraToken(InfraTokenKind.End, source.Length, source.Length));
        return tokens;
    }

    /// <summary>What a text without parts to fill in says.</summary>
    public static string ValueOf(string source, InfraToken text)
    {
        var written = text.In(source);
        if (written.StartsWith(Fence, StringComparison.Ordinal))
        {
            var length =
                written.Length >= 6 && written.EndsWith(Fence, StringComparison.Ordinal)
                    ? written.Length - 6
                    : written.Length - 3;
            // The line break behind the mark is none of the text.
            return written.Substring(3, length).TrimStart('\r').TrimStart('\n');
        }

        var end = written.Length > 1 && written[written.Length - 1] == '\'' ? written.Length - 1 : written.Length;
        return written.IndexOf('\\') < 0 ? written.Substring(1, end - 1) : Unescape(written, end);
    }

    private static string Unescape(string written, int end)
    {
        var value = new StringBuilder();
        for (var at = 1; at < end; at++)
        {
            if (written[at] != '\\' || at + 1 >= end)
            {
                value.Append(written[at]);
                continue;
            }

            at++;
            value.Append(
                written[at] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    var sign => sign,
                }
            );
        }

        return value.ToString();
    }

    private static int AfterComment(string source, int at)
    {
        var end =
            source[at + 1] == '/' ? source.IndexOf('\n', at) : source.IndexOf("*/", at + 2, StringComparison.Ordinal);
        return end < 0 ? source.Length
            : source[end] == '\n' ? end
            : end + 2;
    }

    // Texts stand within ${ } of texts; how deep is counted, so that no text is read twice.
    private static int AfterText(string source, int at, out bool isFilled)
    {
        isFilled = false;
        if (string.CompareOrdinal(source, at, Fence, 0, 3) == 0)
        {
            var end = source.IndexOf(Fence, at + 3, StringComparison.Ordinal);
            end = end < 0 ? source.Length : end + 3;
            // Further quotation marks belong to the text.
            while (end < source.Length && source[end] == '\'')
            {
                end++;
            }

            return end;
        }

        // Each entry is the number of braces open within one ${ }.
        var open = new Stack<int>();
        var inText = true;
        for (at++; at < source.Length; at++)
        {
            var sign = source[at];
            if (inText && sign is '\n' or '\r')
            {
                return at;
            }

            if (inText && sign == '\\')
            {
                at++;
            }
            else if (inText && sign == '\'')
            {
                if (open.Count == 0)
                {
                    return at + 1;
                }

                inText = false;
            }
            else if (inText && sign == '$' && at + 1 < source.Length && source[at + 1] == '{')
            {
                isFilled = true;
                inText = false;
                open.Push(0);
                at++;
            }
            else if (!inText && sign == '\'')
            {
                inText = true;
            }
            else if (!inText && sign == '{')
            {
                open.Push(open.Pop() + 1);
            }
            else if (!inText && sign == '}')
            {
                var braces = open.Pop();
                if (braces > 0)
                {
                    open.Push(braces - 1);
                }
                else
                {
                    inText = true;
                }
            }
        }

        return source.Length;
    }

    private static bool IsWordPart(char sign) => char.IsLetterOrDigit(sign) || sign == '_';
}
