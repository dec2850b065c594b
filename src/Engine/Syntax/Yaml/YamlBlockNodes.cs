namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// Reads the nodes and keys of block collections. A key is known by the colon behind it when it is read already, so
/// nothing is looked ahead for.
/// </summary>
internal sealed class YamlBlockNodes(
    YamlCursor cursor,
    YamlTree tree,
    YamlLeafReader leaves,
    YamlFlowParser flow,
    YamlPropertyReader propertyReader
)
{
    /// <summary>How long a key that no question mark announces may be (https://yaml.org/spec/1.2.2/#742-flow-mappings).</summary>
    private const int MaxKeyLength = 1024;

    private readonly YamlBlockProblems _problems = new(cursor, tree);

    /// <summary>
    /// Whether a collection may start on the line of what stands before it: behind a dash, but not behind a key's colon.
    /// </summary>
    public bool MayOpen { get; set; }

    /// <summary>Reads the node that is awaited, or the next entry of the mapping that stands at this column.</summary>
    public bool ReadNode(bool isEntry)
    {
        var outer = default(YamlProperties);
        var inner = default(YamlProperties);
        var mayOpen = MayOpen && cursor.Tab < 0;
        while (cursor.Current is '&' or '!')
        {
            if (!propertyReader.Read(ref inner, isFlow: false))
            {
                return false;
            }

            if (cursor.Pos == cursor.End || cursor.IsFirst)
            {
                if (isEntry)
                {
                    return cursor.Fail(inner.Start.Offset, "a key is expected behind this anchor or tag on its line");
                }

                if (EndsNode())
                {
                    return (inner.TryJoin(outer) || _problems.FailTwice(inner)) && tree.AddEmpty(inner);
                }

                if (!inner.TryJoin(outer))
                {
                    return _problems.FailTwice(inner);
                }

                outer = inner;
                inner = default;
                mayOpen = cursor.Tab < 0;
            }
        }

        if (cursor.IsAt('-') || cursor.IsAt('?') || cursor.IsAt(':'))
        {
            return TakeIndicator(isEntry, mayOpen, outer, inner);
        }

        if (cursor.Current is '|' or '>')
        {
            if (isEntry)
            {
                return cursor.Fail(cursor.Pos, "a key is expected here, at the indentation of the keys before it");
            }

            return (inner.TryJoin(outer) || _problems.FailTwice(inner))
                && leaves.ReadBlock(tree.Indent) is { } block
                && tree.Add(inner.Dress(block), tree.End);
        }

        return ReadNodeOrKey(isEntry, mayOpen, outer, ref inner);
    }

    private bool ReadNodeOrKey(bool isEntry, bool mayOpen, in YamlProperties outer, ref YamlProperties inner)
    {
        var first = cursor.Mark;
        var start = inner.Any ? inner.Start : first;
        var isFlow = cursor.Current is '[' or '{';
        var node = isFlow ? flow.Read(inner) : leaves.Read(isFlow: false, tree.Indent, isEntry);
        if (node is null)
        {
            return false;
        }

        var colon = cursor.FindColon();
        if (colon < 0)
        {
            if (isEntry)
            {
                return cursor.Fail(node.Span, "a ':' is expected behind this key");
            }

            if (!inner.TryJoin(outer))
            {
                return _problems.FailTwice(inner);
            }
        }
        else if (!isEntry && (!mayOpen || node.Span.StartLine != cursor.Line))
        {
            return _problems.FailColon(colon, mayOpen, MayOpen, node);
        }
        else if (colon - start.Offset > MaxKeyLength || node.Span.StartLine != cursor.Line)
        {
            return cursor.Fail(
                first.Offset,
                $"a key must stand on one line and have at most {MaxKeyLength} characters"
            );
        }

        if (node is YamlAlias && inner.Any)
        {
            return cursor.Fail(inner.Start.Offset, "an alias can have no anchor or tag of its own");
        }

        return (colon < 0 || Await(isEntry, start, outer))
            && Put(inner.Dress(node), first, isFlow)
            && (colon < 0 || TakeColon(colon));
    }

    private bool TakeIndicator(bool isEntry, bool mayOpen, in YamlProperties outer, in YamlProperties inner)
    {
        var indicator = cursor.Current;
        if (!isEntry && !mayOpen)
        {
            return indicator == '-' ? _problems.FailDash() : _problems.FailColon(cursor.Pos, mayOpen, MayOpen, null);
        }

        if (inner.Any && indicator != ':')
        {
            return cursor.Fail(
                cursor.Pos,
                $"a '{indicator}' is not allowed on the line of an anchor or tag, which belongs on the line before"
            );
        }

        switch (indicator)
        {
            case '-' when isEntry:
                return cursor.Fail(cursor.Pos, "a key is expected here, and no list item ('-')");
            case '-':
                return tree.Open(
                        YamlFrameKind.BlockSequence,
                        YamlAwaits.Item,
                        cursor.Pos - cursor.LineStart,
                        cursor.Mark,
                        outer
                    ) && TakeDash();
            case '?':
                if (!Await(isEntry, cursor.Mark, outer))
                {
                    return false;
                }

                tree.Top.IsExplicit = true;
                break;
            default:
                if (isEntry && tree.Top.Awaits == YamlAwaits.Colon)
                {
                    break;
                }

                var start = inner.Any ? inner.Start : cursor.Mark;
                if (!Await(isEntry, start, outer))
                {
                    return false;
                }

                tree.End = cursor.Mark;
                if (!tree.AddEmpty(inner))
                {
                    return false;
                }

                MayOpen = false;
                return TakeOne(YamlAwaits.Value);
        }

        MayOpen = true;
        return indicator == '?' ? TakeOne() : TakeOne(YamlAwaits.Value);
    }

    // Lets a mapping wait for a key: the one that stands at this column, or a new one.
    private bool Await(bool isEntry, YamlMark start, in YamlProperties properties)
    {
        if (!isEntry)
        {
            return tree.Open(
                YamlFrameKind.BlockMapping,
                YamlAwaits.Key,
                start.Offset - cursor.LineStart,
                start,
                properties
            );
        }

        tree.Top.Awaits = YamlAwaits.Key;
        tree.Top.IsExplicit = false;
        return true;
    }

    private bool Put(YamlNode node, YamlMark start, bool isFlow)
    {
        if (!isFlow)
        {
            return tree.Add(node, start);
        }

        tree.Place(node);
        return true;
    }

    /// <summary>Takes the dash of an item. Always true.</summary>
    public bool TakeDash()
    {
        MayOpen = true;
        return TakeOne(YamlAwaits.Item);
    }

    private bool TakeColon(int colon)
    {
        cursor.Pos = colon;
        MayOpen = false;
        return TakeOne(YamlAwaits.Value);
    }

    private bool TakeOne(YamlAwaits awaits = YamlAwaits.Key)
    {
        tree.Top.Awaits = awaits;
        cursor.Pos++;
        tree.End = cursor.Mark;
        return true;
    }

    // Whether what an anchor or tag on a line before would belong to is left out.
    private bool EndsNode() =>
        cursor.Pos == cursor.End
        || cursor.IsAtMarker()
        || cursor.Indent < tree.Indent
        || (cursor.Indent == tree.Indent && (tree.Top.IsSequence || !cursor.IsAt('-')));
}
