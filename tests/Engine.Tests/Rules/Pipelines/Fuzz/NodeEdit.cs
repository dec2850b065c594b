using System;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Tests.Rules.Pipelines.Fuzz;

/// <summary>Changes of one node of a text.</summary>
internal static class NodeEdit
{
    /// <summary>An entry of a mapping, from its key to the end of its value.</summary>
    public static Stretch Whole(YamlEntry entry, SourceText source)
    {
        var (key, value) = (Stretch.Of(entry.Key, source), Stretch.Of(entry.Value, source));
        return new Stretch(key.Start, Math.Max(key.End, value.End));
    }

    public static string Again(string text, Stretch whole, SourceText source)
    {
        var column = source.Span(whole.Start, 0).StartColumn;
        return text.Insert(whole.End, "\n" + new string(' ', column - 1) + whole.In(text));
    }

    public static string Indented(string text, Stretch whole, int by) =>
        whole.Replace(
            text,
            new string(' ', by) + whole.In(text).Replace("\n", "\n" + new string(' ', by), StringComparison.Ordinal)
        );

    public static string Outdented(string text, Stretch whole) =>
        whole.Start > 1 && text[whole.Start - 1] == ' ' && text[whole.Start - 2] == ' '
            ? text.Remove(whole.Start - 2, 2)
            : whole.Replace(text, whole.In(text).Replace("\n  ", "\n", StringComparison.Ordinal));

    public static string Swapped(string text, Stretch one, Stretch other)
    {
        var (first, second) = one.Start < other.Start ? (one, other) : (other, one);
        return first.End > second.Start ? text : first.Replace(second.Replace(text, first.In(text)), second.In(text));
    }
}

/// <summary>A stretch of a text.</summary>
internal readonly record struct Stretch(int Start, int End)
{
    public int Length => End - Start;

    public static Stretch Of(YamlNode node, SourceText source)
    {
        var start = source.Offset(node.Span.StartLine, node.Span.StartColumn);
        return new(start, Math.Max(start, source.Offset(node.Span.EndLine, node.Span.EndColumn)));
    }

    public string In(string text) => text.Substring(Start, Length);

    public string Replace(string text, string by) => text.Remove(Start, Length).Insert(Start, by);
}
