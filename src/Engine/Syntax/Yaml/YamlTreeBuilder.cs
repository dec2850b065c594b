using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Makes nodes from YamlDotNet's events, on a stack of its own.</summary>
internal sealed class YamlTreeBuilder(YamlPlaces places)
{
    private readonly ImmutableArray<YamlNode>.Builder _documents = ImmutableArray.CreateBuilder<YamlNode>();
    private readonly Stack<OpenCollection> _open = new();
    private readonly Dictionary<string, YamlNode?> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    /// <summary>Whether <see cref="Add"/> refused a node because the text is too deep or too large.</summary>
    public bool LimitReached { get; private set; }

    /// <summary>The offset behind the last node read.</summary>
    public int End { get; private set; }

    /// <summary>The offset of the innermost bracket or brace that is open, or -1.</summary>
    public int OpenBracket => _open.Count > 0 && _open.Peek().IsFlow ? _open.Peek().Start : -1;

    /// <summary>Takes an event. Returns the problem when a limit is reached, after which nothing may be added.</summary>
    public SyntaxProblem? Add(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case DocumentStart:
                _anchors.Clear();
                break;
            case NodeEvent when ++_nodes > YamlReader.MaxNodes:
                return Limit(parsed, $"the YAML holds more than {YamlReader.MaxNodes} values, where reading stops");
            case SequenceStart or MappingStart when _open.Count == YamlReader.MaxDepth:
                return Limit(parsed, $"the YAML nests deeper than {YamlReader.MaxDepth} levels, where reading stops");
            case Scalar scalar:
                Place(Read(scalar));
                break;
            case AnchorAlias alias:
                Place(Read(alias));
                break;
            case SequenceStart sequence:
                Open(sequence, new OpenSequence(), sequence.Style == SequenceStyle.Flow);
                break;
            case MappingStart mapping:
                Open(mapping, new OpenMapping(), mapping.Style == MappingStyle.Flow);
                break;
            case SequenceEnd or MappingEnd:
                Close(parsed);
                break;
        }

        return null;
    }

    /// <summary>Closes what is open, and returns the documents.</summary>
    public ImmutableArray<YamlNode> Finish()
    {
        while (_open.Count > 0)
        {
            Close(null);
        }

        return _documents.ToImmutable();
    }

    private SyntaxProblem Limit(ParsingEvent parsed, string message)
    {
        LimitReached = true;
        var start = places.Offset(parsed.Start);
        return new SyntaxProblem(message, places.Span(start, start + 1));
    }

    private YamlScalar Read(Scalar scalar)
    {
        var properties = ReadProperties(scalar);
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
            ScalarStyle.Literal => YamlScalarStyle.Literal,
            ScalarStyle.Folded => YamlScalarStyle.Folded,
            _ => YamlScalarStyle.Plain,
        };
        // The event of a node that is left out ends wherever the next token does.
        var isLeftOut = style == YamlScalarStyle.Plain && scalar.Value.Length == 0;
        var start = isLeftOut ? properties.End : properties.Content;
        End = isLeftOut ? start : places.TrimEnd(start, places.Offset(scalar.End));
        return new YamlScalar(scalar.Value, style, places.Span(start, End))
        {
            Tag = properties.Tag,
            Anchor = properties.Anchor,
        };
    }

    private YamlAlias Read(AnchorAlias alias)
    {
        var start = places.Offset(alias.Start);
        End = places.Offset(alias.End);
        _anchors.TryGetValue(alias.Value.Value, out var target);
        return new YamlAlias(alias.Value.Value, target, places.Span(start, End));
    }

    private void Open(NodeEvent parsed, OpenCollection collection, bool isFlow)
    {
        collection.Properties = ReadProperties(parsed);
        collection.IsFlow = isFlow;
        if (collection.Properties.Anchor is { } anchor)
        {
            // Until the collection ends, its name stands for nothing: it must not become its own descendant.
            _anchors[anchor] = null;
        }

        End = collection.Start;
        _open.Push(collection);
    }

    private void Close(ParsingEvent? parsed)
    {
        var collection = _open.Pop();
        if (collection.IsFlow && parsed is not null)
        {
            // A single pair in a flow sequence ([a: b]) is a mapping without braces.
            var end = places.Offset(parsed.Start);
            if (end < places.Text.Length && places.Text[end] == (collection is OpenMapping ? '}' : ']'))
            {
                End = end + 1;
            }
        }

        Place(collection.ToNode(places.Span(collection.Start, End), places.Span(End, End)));
    }

    private void Place(YamlNode node)
    {
        if (node.Anchor is { } anchor)
        {
            _anchors[anchor] = node;
        }

        if (_open.Count > 0)
        {
            _open.Peek().Add(node);
        }
        else if (node is not YamlScalar { Value.Length: 0, Style: YamlScalarStyle.Plain, Anchor: null, Tag: null })
        {
            _documents.Add(node);
        }
    }

    private NodeProperties ReadProperties(NodeEvent parsed)
    {
        var position = places.Offset(parsed.Start);
        string? tag = null;
        var expected = (parsed.Anchor.IsEmpty ? 0 : 1) + (parsed.Tag.IsEmpty ? 0 : 1);
        var end = position;
        for (; expected > 0; expected--)
        {
            var start = places.SkipSpace(position);
            position = end = places.EndOfProperty(start);
            if (places.Text[start] == '!')
            {
                tag = places.Text.Substring(start, end - start);
            }
        }

        var anchor = parsed.Anchor.IsEmpty ? null : parsed.Anchor.Value;
        return new NodeProperties(anchor, tag, end, tag is null && anchor is null ? position : places.SkipSpace(end));
    }

    /// <summary>A node's anchor and tag, the offset behind them, and the offset of what they belong to.</summary>
    private readonly record struct NodeProperties(string? Anchor, string? Tag, int End, int Content);

    private abstract class OpenCollection
    {
        public NodeProperties Properties { get; set; }

        public bool IsFlow { get; set; }

        public int Start => Properties.Content;

        public abstract void Add(YamlNode node);

        public abstract YamlNode ToNode(SourceSpan span, SourceSpan end);
    }

    private sealed class OpenSequence : OpenCollection
    {
        private readonly ImmutableArray<YamlNode>.Builder _items = ImmutableArray.CreateBuilder<YamlNode>();

        public override void Add(YamlNode node) => _items.Add(node);

        public override YamlNode ToNode(SourceSpan span, SourceSpan end) =>
            new YamlSequence(_items.ToImmutable(), span) { Anchor = Properties.Anchor, Tag = Properties.Tag };
    }

    private sealed class OpenMapping : OpenCollection
    {
        private readonly ImmutableArray<YamlEntry>.Builder _entries = ImmutableArray.CreateBuilder<YamlEntry>();
        private YamlNode? _key;

        public override void Add(YamlNode node)
        {
            if (_key is null)
            {
                _key = node;
                return;
            }

            _entries.Add(new YamlEntry(_key, node));
            _key = null;
        }

        public override YamlNode ToNode(SourceSpan span, SourceSpan end)
        {
            // Reading stopped between a key and its value.
            if (_key is not null)
            {
                Add(new YamlScalar("", YamlScalarStyle.Plain, end));
            }

            return new YamlMapping(_entries.ToImmutable(), span) { Anchor = Properties.Anchor, Tag = Properties.Tag };
        }
    }
}
