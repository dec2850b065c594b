using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Makes nodes from YamlDotNet's events, on a stack of its own.</summary>
internal sealed class YamlTreeBuilder(YamlPlaces places, YamlTokens tokens)
{
    private const int UnknownStart = -1;
    private readonly ImmutableArray<YamlNode>.Builder _documents = ImmutableArray.CreateBuilder<YamlNode>();
    private readonly Stack<OpenCollection> _open = new();
    private readonly Dictionary<string, YamlNode?> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    /// <summary>Why <see cref="Add"/> refused a node, the text being too deep or too large; or null.</summary>
    public SyntaxProblem? Limit { get; private set; }

    /// <summary>The offset behind the last node read.</summary>
    public int End { get; private set; }

    /// <summary>The offset of the innermost bracket or brace that is open, or -1.</summary>
    public int OpenBracket =>
        _open
            .TakeWhile(static collection => collection.IsFlow)
            .Select(static collection => collection.Start)
            .Where(static start => start != UnknownStart)
            .DefaultIfEmpty(UnknownStart)
            .First();

    /// <summary>Takes an event. False when a limit is reached, after which nothing may be added.</summary>
    public bool Add(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case DocumentStart:
                _anchors.Clear();
                break;
            case NodeEvent when ++_nodes > YamlReader.MaxNodes:
                return Refuse(parsed, $"the YAML holds more than {YamlReader.MaxNodes} values, where reading stops");
            case SequenceStart or MappingStart when _open.Count == YamlReader.MaxDepth:
                return Refuse(parsed, $"the YAML nests deeper than {YamlReader.MaxDepth} levels, where reading stops");
            case Scalar scalar:
                Read(scalar);
                break;
            case AnchorAlias alias:
                Read(alias);
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

        return true;
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

    private bool Refuse(ParsingEvent parsed, string message)
    {
        var start = places.Offset(parsed.Start);
        Limit = new SyntaxProblem(message, places.Span(start, start + 1));
        return false;
    }

    private void Read(Scalar scalar)
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
        // Some are marked with the start of the text.
        var start = isLeftOut ? Math.Max(End, properties.End) : properties.Content;
        End = isLeftOut ? start : places.TrimEnd(start, places.Offset(scalar.End));
        var node = new YamlScalar(scalar.Value, style, places.Span(start, End))
        {
            Tag = properties.Tag,
            Anchor = properties.Anchor,
        };
        Place(node, start);
    }

    private void Read(AnchorAlias alias)
    {
        var start = places.Offset(alias.Start);
        End = places.Offset(alias.End);
        _anchors.TryGetValue(alias.Value.Value, out var target);
        Place(new YamlAlias(alias.Value.Value, target, places.Span(start, End)), start);
    }

    private void Open(NodeEvent parsed, OpenCollection collection, bool isFlow)
    {
        collection.Properties = ReadProperties(parsed);
        collection.Start = collection.Properties.Content;
        collection.IsFlow = isFlow;
        if (collection.Properties.Anchor is { } anchor)
        {
            // Until the collection ends, its name stands for nothing: it must not become its own descendant.
            _anchors[anchor] = null;
        }

        if (collection.Start < End)
        {
            // The mapping of a single pair in a flow sequence ([a: b]) is marked with the start of the text.
            collection.Start = UnknownStart;
        }
        else
        {
            End = isFlow ? collection.Start + 1 : collection.Start;
        }

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

        var start = collection.Start == UnknownStart ? End : collection.Start;
        Place(collection.ToNode(places.Span(start, End), places.Span(End, End)), start);
    }

    private void Place(YamlNode node, int start)
    {
        if (node.Anchor is { } anchor)
        {
            _anchors[anchor] = node;
        }

        if (_open.Count > 0)
        {
            var parent = _open.Peek();
            parent.Start = parent.Start == UnknownStart ? start : parent.Start;
            parent.Add(node);
        }
        else if (node is not YamlScalar { Value.Length: 0, Style: YamlScalarStyle.Plain, Anchor: null, Tag: null })
        {
            _documents.Add(node);
        }
    }

    private NodeProperties ReadProperties(NodeEvent parsed)
    {
        var start = places.Offset(parsed.Start);
        if (tokens.End is not { } mark)
        {
            return new NodeProperties(null, null, start, start);
        }

        var end = places.Offset(mark);
        var tag = tokens.Tag is { } token ? places.Slice(token.Start, token.End) : null;
        tokens.Forget();
        return new NodeProperties(parsed.Anchor.IsEmpty ? null : parsed.Anchor.Value, tag, end, places.SkipSpace(end));
    }

    /// <summary>A node's anchor and tag, the offset behind them, and the offset of what they belong to.</summary>
    private readonly record struct NodeProperties(string? Anchor, string? Tag, int End, int Content);

    private abstract class OpenCollection
    {
        public NodeProperties Properties { get; set; }

        public bool IsFlow { get; set; }

        public int Start { get; set; }

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
