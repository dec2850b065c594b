using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Syntax.Notebooks;

/// <summary>
/// What a cell says, as text: its strings joined and their escapes resolved, with the way back to the file. Notebooks keep text as one
/// string or as a list of them, mostly one for a line
/// (<see href="https://nbformat.readthedocs.io/en/latest/format_description.html#cell-types"/>).
/// </summary>
public sealed class CellSource
{
    private readonly SourceText _file;
    private readonly List<JsonString> _strings;
    private List<CellTextPart>? _parts;

    private CellSource(SourceText file, List<JsonString> strings)
    {
        _file = file;
        _strings = strings;
        Text = strings.Count == 1 ? strings[0].Value : Joined(strings);
    }

    /// <summary>The text, as the kernel gets it.</summary>
    public string Text { get; }

    /// <summary>The source of a cell of any type; null where it has none.</summary>
    public static CellSource? Of(NotebookCell cell, SourceText file) =>
        Of(cell.Node?["source"] ?? cell.Node?["input"], file);

    /// <summary>Any text that is kept as one string or a list of them, such as that of an output; null where it is neither.</summary>
    public static CellSource? Of(JsonNode? text, SourceText file) =>
        text switch
        {
            JsonString one => new CellSource(file, [one]),
            JsonArray list when list.Items.Any(static item => item is JsonString) => new CellSource(
                file,
                list.Items.OfType<JsonString>().ToList()
            ),
            _ => null,
        };

    /// <summary>
    /// The place in the file of a stretch of the text, cut to the text; empty where the stretch is. An escape belongs to it as a whole.
    /// </summary>
    public SourceSpan Span(int start, int length)
    {
        start = Math.Max(0, Math.Min(start, Text.Length));
        length = Math.Max(0, Math.Min(length, Text.Length - start));
        var first = Find(start);
        var from = first.Text + (first.IsVerbatim ? start - first.Value : 0);
        return _file.Span(from, length == 0 ? 0 : End(start + length - 1) - from);
    }

    private static string Joined(List<JsonString> strings)
    {
        var length = 0;
        foreach (var part in strings)
        {
            length += part.Length;
        }

        var text = new StringBuilder(length);
        foreach (var part in strings)
        {
            part.AppendTo(text);
        }

        return text.ToString();
    }

    private int End(int offset)
    {
        var part = Find(offset);
        return part.IsVerbatim ? part.Text + offset - part.Value + 1 : part.End;
    }

    private CellTextPart Find(int offset)
    {
        var parts = _parts ??= Parts();
        var (low, high) = (0, parts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = parts[middle].Value <= offset ? (middle, high) : (low, middle - 1);
        }

        return parts[low];
    }

    // Few ask for places, so that they are worked out then: where each escape stands, and each stretch without one.
    private List<CellTextPart> Parts()
    {
        var parts = new List<CellTextPart>();
        var value = 0;
        foreach (var part in _strings)
        {
            var raw = part.Raw;
            var at = 0;
            while (at < raw.Length)
            {
                var start = part.Start + 1 + at;
                var plain = raw.Slice(at).IndexOf('\\');
                var length = plain < 0 ? raw.Length - at : plain;
                if (length == 0)
                {
                    var written = raw[at + 1] == 'u' ? 6 : 2;
                    parts.Add(new CellTextPart(value++, start, start + written, false));
                    at += written;
                    continue;
                }

                parts.Add(new CellTextPart(value, start, start + length, true));
                value += length;
                at += length;
            }
        }

        var last = _strings[_strings.Count - 1];
        parts.Add(new CellTextPart(value, last.End - 1, last.End - 1, true));
        return parts;
    }
}

/// <summary>A part of a cell's text: one escape, or a stretch that stands in the file as it is.</summary>
/// <param name="Value">Its offset in the text.</param>
/// <param name="Text">The offset in the file of what stands for it.</param>
/// <param name="End">The offset behind that.</param>
/// <param name="IsVerbatim">Whether it stands there as it is.</param>
internal readonly record struct CellTextPart(int Value, int Text, int End, bool IsVerbatim);
