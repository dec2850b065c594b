using System;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Finds where the anchor of a node is written, which its span leaves out.</summary>
internal static class YamlAnchors
{
    /// <summary>The ampersand and the name; the node's start where they are not found before it.</summary>
    public static SourceSpan SpanOf(SourceText text, YamlNode node)
    {
        var start = text.Offset(node.Span.StartLine, node.Span.StartColumn);
        var written = "&" + node.Anchor;
        var found = start == 0 ? -1 : text.Text.LastIndexOf(written, start - 1, StringComparison.Ordinal);
        return found < 0 ? text.Span(start, 0) : text.Span(found, written.Length);
    }
}
