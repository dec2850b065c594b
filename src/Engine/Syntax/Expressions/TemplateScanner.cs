using System;
using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>Finds the placeholders of a text. Quotation marks inside hide closing brackets.</summary>
internal static class TemplateScanner
{
    private const string TemplateOpening = "${{";

    /// <summary>Whether a text may hold a placeholder that GitHub fills in.</summary>
    public static bool MayHoldTemplate(string text) => text.IndexOf(TemplateOpening, StringComparison.Ordinal) >= 0;

    /// <summary>
    /// The placeholders in the order written. One that is not closed is the last. What stands in <c>$(...)</c> with blanks or
    /// brackets is a shell's and not a macro.
    /// </summary>
    public static ImmutableArray<ExpressionSlot> Scan(string text, ExpressionGrammar grammar)
    {
        var at = text.IndexOf('$');
        if (at < 0 || (grammar == ExpressionGrammar.GitHub && !MayHoldTemplate(text)))
        {
            return ImmutableArray<ExpressionSlot>.Empty;
        }

        if (grammar == ExpressionGrammar.Azure && Runtime(text) is { } runtime)
        {
            return ImmutableArray.Create(runtime);
        }

        var slots = ImmutableArray.CreateBuilder<ExpressionSlot>();
        while (at >= 0 && at < text.Length)
        {
            if (string.CompareOrdinal(text, at, TemplateOpening, 0, TemplateOpening.Length) == 0)
            {
                var slot = Template(text, at);
                slots.Add(slot);
                at = slot.End;
            }
            else if (grammar == ExpressionGrammar.Azure && Macro(text, at) is { } macro)
            {
                slots.Add(macro);
                at = macro.End;
            }
            else
            {
                at++;
            }

            at = at < text.Length ? text.IndexOf('$', at) : -1;
        }

        return slots.ToImmutable();
    }

    private static ExpressionSlot Template(string text, int start)
    {
        var content = start + TemplateOpening.Length;
        var isQuoted = false;
        for (var at = content; at < text.Length; at++)
        {
            if (text[at] == '\'')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && text[at] == '}' && at + 1 < text.Length && text[at + 1] == '}')
            {
                return new ExpressionSlot(ExpressionSlotKind.Template, start, at + 2, content, at);
            }
        }

        return new ExpressionSlot(ExpressionSlotKind.Template, start, text.Length, content, text.Length);
    }

    private static ExpressionSlot? Runtime(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (start + 1 >= text.Length || text[start] != '$' || text[start + 1] != '[')
        {
            return null;
        }

        var end = text.Length;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var isClosed = end - 1 >= start + 2 && text[end - 1] == ']';
        return new ExpressionSlot(ExpressionSlotKind.Runtime, start, end, start + 2, isClosed ? end - 1 : end);
    }

    private static ExpressionSlot? Macro(string text, int start)
    {
        var content = start + 2;
        if (content >= text.Length || text[start + 1] != '(')
        {
            return null;
        }

        var end = content;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-'))
        {
            end++;
        }

        return end > content && end < text.Length && text[end] == ')'
            ? new ExpressionSlot(ExpressionSlotKind.Macro, start, end + 1, content, end)
            : null;
    }
}
