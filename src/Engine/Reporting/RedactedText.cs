using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Governance.Engine.Syntax;

namespace Governance.Engine.Reporting;

/// <summary>A file's text that can only be read with its secrets masked, also those that run over several lines.</summary>
internal sealed class RedactedText
{
    // A text up to the first length is searched once, as a whole. Of a longer one, such as a notebook with images, only
    // what lies this far around the shown part is: no key or token is longer.
    private const int LongestSearchedWhole = 128 * 1024;
    private const int Margin = 32 * 1024;

    private readonly SourceText _text;
    private readonly ImmutableArray<TextRange> _known;
    private readonly ImmutableArray<TextRange>? _all;

    /// <param name="text">The text.</param>
    /// <param name="known">Where secrets were found in it, which the text as it stands need not show.</param>
    public RedactedText(SourceText text, ImmutableArray<SourceSpan> known)
    {
        _text = text;
        _known = known.Select(RangeOf).ToImmutableArray();
        _all =
            text.Text.Length <= LongestSearchedWhole ? TextRange.Union(_known.Concat(Redactor.Find(text.Text))) : null;
    }

    /// <summary>
    /// The part of a span's first line that lies around the span, masked. Both sides are cut at
    /// <paramref name="reach"/> characters from the span's start.
    /// </summary>
    public RedactedStretch Around(SourceSpan span, int reach)
    {
        var lineStart = _text.Offset(span.StartLine, 1);
        var lineEnd = LineEnd(span.StartLine);
        var start = Math.Min(_text.Offset(span.StartLine, span.StartColumn), lineEnd);
        var end = span.EndLine == span.StartLine ? _text.Offset(span.EndLine, span.EndColumn) : lineEnd;
        end = Math.Max(start, Math.Min(end, lineEnd));
        var from = Math.Max(lineStart, start - reach);
        from += from < start && char.IsLowSurrogate(_text.Text[from]) ? 1 : 0;
        var to = Math.Min(lineEnd, start + reach);
        to -= to > start && to < lineEnd && char.IsLowSurrogate(_text.Text[to]) ? 1 : 0;
        var shown = new StringBuilder();
        var (flaggedFrom, flaggedTo) = (-1, -1);
        var offset = from;
        var secrets = _all ?? SecretsAround(from, to);
        for (var i = FirstEndingAfter(secrets, from); i < secrets.Length && secrets[i].Start < to; i++)
        {
            var secret = secrets[i];
            Copy(Math.Max(from, secret.Start));
            // A place inside the secret becomes a place at the mask.
            flaggedFrom = flaggedFrom < 0 && start < secret.End ? shown.Length : flaggedFrom;
            shown.Append(Redactor.Mask);
            flaggedTo = flaggedTo < 0 && end <= secret.End ? shown.Length : flaggedTo;
            offset = Math.Min(to, secret.End);
        }

        Copy(to);
        var length = shown.Length;
        return new RedactedStretch(
            ShownText.WellFormed(shown.ToString()),
            flaggedFrom < 0 ? length : flaggedFrom,
            flaggedTo < 0 ? length : Math.Max(flaggedTo, flaggedFrom),
            from > lineStart,
            to < lineEnd
        );

        void Copy(int until)
        {
            flaggedFrom = flaggedFrom < 0 && start < until ? shown.Length + start - offset : flaggedFrom;
            flaggedTo = flaggedTo < 0 && end <= until ? shown.Length + end - offset : flaggedTo;
            shown.Append(_text.Text, offset, until - offset);
            offset = until;
        }
    }

    private ImmutableArray<TextRange> SecretsAround(int from, int to)
    {
        var start = Math.Max(0, from - Margin);
        var part = _text.Text.Substring(start, Math.Min(_text.Text.Length, to + Margin) - start);
        return TextRange.Union(
            _known.Concat(Redactor.Find(part).Select(secret => new TextRange(start + secret.Start, secret.Length)))
        );
    }

    private TextRange RangeOf(SourceSpan span)
    {
        var start = _text.Offset(span.StartLine, span.StartColumn);
        return new TextRange(start, _text.Offset(span.EndLine, span.EndColumn) - start);
    }

    private static int FirstEndingAfter(ImmutableArray<TextRange> secrets, int offset)
    {
        var (low, high) = (0, secrets.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = secrets[middle].End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private int LineEnd(int line)
    {
        if (line > _text.LineCount)
        {
            return _text.Text.Length;
        }

        var end = line == _text.LineCount ? _text.Text.Length : _text.Offset(line + 1, 1);
        while (end > _text.Offset(line, 1) && _text.Text[end - 1] is '\r' or '\n')
        {
            end--;
        }

        return end;
    }
}

/// <summary>A part of one line, masked.</summary>
/// <param name="Text">The text.</param>
/// <param name="FlaggedFrom">Where in it the flagged part begins.</param>
/// <param name="FlaggedTo">Where it ends; not before its beginning.</param>
/// <param name="IsCutBefore">Whether the line begins earlier.</param>
/// <param name="IsCutAfter">Whether the line goes on.</param>
internal readonly record struct RedactedStretch(
    string Text,
    int FlaggedFrom,
    int FlaggedTo,
    bool IsCutBefore,
    bool IsCutAfter
);
