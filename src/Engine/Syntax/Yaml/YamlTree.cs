using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// The documents read so far, the collections that are open, and the anchors' nodes. Children of open collections wait
/// on two stacks, so that a collection takes one array of the right size when it closes.
/// </summary>
internal sealed class YamlTree(YamlCursor cursor)
{
    private readonly ImmutableArray<YamlNode>.Builder _documents = ImmutableArray.CreateBuilder<YamlNode>(1);
    private YamlFrame[] _frames = new YamlFrame[16];
    private YamlNode[] _items = new YamlNode[32];
    private YamlEntry[] _entries = new YamlEntry[64];
    private int _itemCount;
    private int _entryCount;
    private Dictionary<string, YamlNode?>? _anchors;
    private int _nodes;

    /// <summary>How many collections are open.</summary>
    public int Depth { get; private set; }

    /// <summary>The innermost open collection.</summary>
    public ref YamlFrame Top => ref _frames[Depth - 1];

    /// <summary>The collection around the innermost one.</summary>
    public ref YamlFrame Parent => ref _frames[Depth - 2];

    /// <summary>The column of the innermost block collection, or -1.</summary>
    public int Indent => Depth == 0 ? -1 : Top.Indent;

    /// <summary>Whether the document has its node.</summary>
    public bool HasRoot { get; private set; }

    /// <summary>The place behind the last node or indicator.</summary>
    public YamlMark End { get; set; }

    /// <summary>The node an alias stands for.</summary>
    public YamlNode? Resolve(string name) =>
        _anchors is not null && _anchors.TryGetValue(name, out var node) ? node : null;

    /// <summary>Whether an anchor was seen in this document.</summary>
    public bool Knows(string name) => _anchors?.ContainsKey(name) == true;

    /// <summary>Takes an anchor. Until its node ends, its name stands for nothing: no node is its own descendant.</summary>
    public void Announce(string anchor)
    {
        _anchors ??= new Dictionary<string, YamlNode?>(StringComparer.Ordinal);
        _anchors[anchor] = null;
    }

    /// <summary>Starts a document.</summary>
    public void StartDocument()
    {
        HasRoot = false;
        // Clearing would cost what the largest document held, at every document.
        _anchors = null;
        End = cursor.Mark;
    }

    /// <summary>Opens a collection. False at a limit.</summary>
    public bool Open(YamlFrameKind kind, YamlAwaits awaits, int indent, YamlMark start, in YamlProperties properties)
    {
        if (Depth == YamlReader.MaxDepth)
        {
            return cursor.Refuse(
                start,
                $"the YAML nests deeper than {YamlReader.MaxDepth} levels, where reading stops"
            );
        }

        if (!Count(start))
        {
            return false;
        }

        if (Depth == _frames.Length)
        {
            Array.Resize(ref _frames, Depth * 2);
        }

        ref var frame = ref _frames[Depth++];
        frame.Kind = kind;
        frame.Awaits = awaits;
        frame.IsExplicit = false;
        frame.IsJsonKey = false;
        frame.Indent = indent;
        frame.Start = start;
        frame.Anchor = properties.Anchor;
        frame.Tag = properties.Tag;
        frame.Base = frame.IsSequence ? _itemCount : _entryCount;
        frame.Key = null;
        return true;
    }

    /// <summary>Closes the innermost collection, and returns its node, which <see cref="Place"/> has to take.</summary>
    public YamlNode Close()
    {
        ref var frame = ref Top;
        var span = frame.Start.To(End);
        Depth--;
        return frame.IsSequence
            ? new YamlSequence(TakeItems(frame.Base), span) { Anchor = frame.Anchor, Tag = frame.Tag }
            : new YamlMapping(TakeEntries(frame.Base), span) { Anchor = frame.Anchor, Tag = frame.Tag };
    }

    /// <summary>Puts a scalar or alias where the innermost collection waits for a node. False at a limit.</summary>
    public bool Add(YamlNode node, YamlMark start)
    {
        if (!Count(start))
        {
            return false;
        }

        Place(node);
        return true;
    }

    /// <summary>Puts a node where the innermost collection waits for one, or makes it the document.</summary>
    public void Place(YamlNode node)
    {
        if (node.Anchor is { } anchor)
        {
            _anchors![anchor] = node;
        }

        if (Depth == 0)
        {
            HasRoot = true;
            if (node is not YamlScalar { Value.Length: 0, Style: YamlScalarStyle.Plain, Anchor: null, Tag: null })
            {
                _documents.Add(node);
            }

            return;
        }

        ref var frame = ref Top;
        if (frame.IsSequence)
        {
            frame.Awaits = YamlAwaits.Nothing;
            Push(ref _items, ref _itemCount, node);
        }
        else if (frame.Awaits == YamlAwaits.Key)
        {
            frame.Awaits = YamlAwaits.Colon;
            frame.Key = node;
        }
        else
        {
            frame.Awaits = YamlAwaits.Nothing;
            Push(ref _entries, ref _entryCount, new YamlEntry(frame.Key!, node));
        }
    }

    /// <summary>Puts a node that is left out behind the last node or indicator. False at a limit.</summary>
    public bool AddEmpty(in YamlProperties properties)
    {
        End = properties.Any ? properties.End : End;
        return Add(properties.Dress(new YamlScalar("", YamlScalarStyle.Plain, End.To(End))), End);
    }

    /// <summary>Gives the innermost collection what it waits for, left out. False at a limit.</summary>
    public bool Fill()
    {
        while (Top.AwaitsNode || Top.Awaits == YamlAwaits.Colon)
        {
            if (Top.Awaits == YamlAwaits.Colon)
            {
                Top.Awaits = YamlAwaits.Value;
            }

            if (!AddEmpty(default))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Closes what reading left open, and returns the documents.</summary>
    public ImmutableArray<YamlNode> Finish()
    {
        while (Depth > 0)
        {
            // A key without value is kept; no limit may take it away again.
            if (Top.Awaits is YamlAwaits.Colon or YamlAwaits.Value)
            {
                Top.Awaits = YamlAwaits.Value;
                Place(new YamlScalar("", YamlScalarStyle.Plain, End.To(End)));
            }

            Place(Close());
        }

        return _documents.ToImmutable();
    }

    private bool Count(YamlMark start) =>
        ++_nodes <= YamlReader.MaxNodes
        || cursor.Refuse(start, $"the YAML holds more than {YamlReader.MaxNodes} values, where reading stops");

    private ImmutableArray<YamlNode> TakeItems(int start)
    {
        var items = ImmutableArray.Create(_items, start, _itemCount - start);
        _itemCount = start;
        return items;
    }

    private ImmutableArray<YamlEntry> TakeEntries(int start)
    {
        var entries = ImmutableArray.Create(_entries, start, _entryCount - start);
        _entryCount = start;
        return entries;
    }

    private static void Push<T>(ref T[] stack, ref int count, T value)
    {
        if (count == stack.Length)
        {
            Array.Resize(ref stack, count * 2);
        }

        stack[count++] = value;
    }
}
