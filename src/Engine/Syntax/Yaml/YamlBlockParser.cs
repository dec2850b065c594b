namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// Reads a document by its indentation (https://yaml.org/spec/1.2.2/#chapter-8-block-style-productions). A key is known by
/// the colon behind it when it is read already, so nothing is looked ahead for; open collections stand on the tree's own
/// stack, so that no text makes the reader recurse.
/// </summary>
internal sealed class YamlBlockParser(
    YamlCursor cursor,
    YamlTree tree,
    YamlLeafReader leaves,
    YamlFlowParser flow,
    YamlPropertyReader propertyReader
)
{
    /// <summary>How long a key that no question mark announces may be (https://yaml.org/spec/1.2.2/#742-flow-mappings).</summary>
    private const int MaxKeyLength = 1024;

    // Whether a collection may start on the line of what stands before it: behind a dash, but not behind a key's colon.
    private bool _mayOpen;

    /// <summary>Reads up to the next document's marker or to the end. False at a problem.</summary>
    /// <param name="isMarked">Whether the document begins behind a <c>---</c>.</param>
    public bool ReadDocument(bool isMarked)
    {
        _mayOpen = !isMarked;
        while (cursor.SkipToToken())
        {
            if (cursor.IsFirst && cursor.IsAtMarker())
            {
                break;
            }

            _mayOpen |= cursor.IsFirst;
            if (!Step())
            {
                return false;
            }
        }

        return CloseAll();
    }

    private bool Step()
    {
        if (cursor.IsFirst && !Dedent())
        {
            return false;
        }

        if (tree.Depth == 0)
        {
            return tree.HasRoot ? FailBehindRoot() : ReadNode(isEntry: false);
        }

        ref var top = ref tree.Top;
        if (top.Awaits is not (YamlAwaits.Nothing or YamlAwaits.Colon))
        {
            return ReadNode(isEntry: false);
        }

        if (!cursor.IsFirst)
        {
            return cursor.Fail(
                cursor.Pos,
                cursor.Current == '#'
                    ? "a space is expected before this '#', which else starts no comment"
                    : "only a comment may follow the value that ends before this, or a ':' where it is a key"
            );
        }

        if (cursor.Tab >= 0)
        {
            return cursor.Fail(cursor.Tab, YamlProblems.Tab);
        }

        if (top.Indent < cursor.Indent)
        {
            return cursor.Fail(
                cursor.Pos,
                top.IsSequence
                    ? "a list item ('-') is expected here, at the indentation of the items before it"
                    : "a key is expected here, at the indentation of the keys before it"
            );
        }

        return top.IsSequence ? TakeDash() : ReadNode(isEntry: true);
    }

    // Ends the collections that a new line says are over, and gives their awaited nodes up.
    private bool Dedent()
    {
        var isDash = cursor.IsAt('-');
        while (tree.Depth > 0 && tree.Top.Indent >= cursor.Indent)
        {
            ref var top = ref tree.Top;
            if (top.Indent == cursor.Indent)
            {
                if (!top.IsSequence)
                {
                    return StayIn(ref top, isDash);
                }

                if (isDash)
                {
                    return tree.Fill();
                }

                if (tree.Depth < 2 || tree.Parent.Indent != cursor.Indent)
                {
                    return cursor.Fail(
                        cursor.Tab >= 0 ? cursor.Tab : cursor.Pos,
                        cursor.Tab >= 0
                            ? YamlProblems.Tab
                            : "a list item ('-') is expected here, at the indentation of the items before it"
                    );
                }
            }

            if (!tree.Fill())
            {
                return false;
            }

            tree.Place(tree.Close());
        }

        return true;
    }

    private bool StayIn(ref YamlFrame mapping, bool isDash)
    {
        if (cursor.Tab >= 0)
        {
            return cursor.Fail(cursor.Tab, YamlProblems.Tab);
        }

        // A list may stand at the column of its key.
        if (isDash && mapping.AwaitsNode)
        {
            return true;
        }

        if (mapping.IsExplicit && mapping.Awaits is YamlAwaits.Key or YamlAwaits.Colon && cursor.IsAt(':'))
        {
            return mapping.Awaits == YamlAwaits.Colon || tree.AddEmpty(default);
        }

        return tree.Fill();
    }

    /// <summary>Reads the node that is awaited, or the next entry of the mapping that stands at this column.</summary>
    private bool ReadNode(bool isEntry)
    {
        var outer = default(YamlProperties);
        var inner = default(YamlProperties);
        var mayOpen = _mayOpen && cursor.Tab < 0;
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
                    return (inner.TryJoin(outer) || FailTwice(inner)) && tree.AddEmpty(inner);
                }

                if (!inner.TryJoin(outer))
                {
                    return FailTwice(inner);
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

            return (inner.TryJoin(outer) || FailTwice(inner))
                && leaves.ReadBlock(tree.Indent) is { } block
                && tree.Add(inner.Dress(block), tree.End);
        }

        return ReadNodeOrKey(isEntry, mayOpen, outer, inner);
    }

    private bool ReadNodeOrKey(bool isEntry, bool mayOpen, YamlProperties outer, YamlProperties inner)
    {
        var first = cursor.Mark;
        var start = inner.Any ? inner.Start : first;
        var isFlow = cursor.Current is '[' or '{';
        var node = isFlow ? flow.Read(inner) : leaves.Read(isFlow: false, tree.Indent, isEntry);
        if (node is null)
        {
            return false;
        }

        var colon = FindColon();
        if (colon < 0)
        {
            if (isEntry)
            {
                return cursor.Fail(node.Span, "a ':' is expected behind this key");
            }

            if (!inner.TryJoin(outer))
            {
                return FailTwice(inner);
            }
        }
        else if (!isEntry && (!mayOpen || node.Span.StartLine != cursor.Line))
        {
            return FailColon(colon, mayOpen, node);
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

        return (colon < 0 || Await(isEntry, start, outer)) && Put(inner.Dress(node), first, isFlow) && (colon < 0 || TakeColon(colon));
    }

    private bool TakeIndicator(bool isEntry, bool mayOpen, in YamlProperties outer, in YamlProperties inner)
    {
        var indicator = cursor.Current;
        if (!isEntry && !mayOpen)
        {
            return indicator == '-' ? FailDash() : FailColon(cursor.Pos, mayOpen, null);
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

                _mayOpen = false;
                return TakeOne(YamlAwaits.Value);
        }

        _mayOpen = true;
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

    private bool TakeDash()
    {
        _mayOpen = true;
        return TakeOne(YamlAwaits.Item);
    }

    private bool TakeColon(int colon)
    {
        cursor.Pos = colon;
        _mayOpen = false;
        return TakeOne(YamlAwaits.Value);
    }

    private bool TakeOne(YamlAwaits awaits = YamlAwaits.Key)
    {
        tree.Top.Awaits = awaits;
        cursor.Pos++;
        tree.End = cursor.Mark;
        return true;
    }

    private bool CloseAll()
    {
        while (tree.Depth > 0)
        {
            if (!tree.Fill())
            {
                return false;
            }

            tree.Place(tree.Close());
        }

        return true;
    }

    // Whether what an anchor or tag on a line before would belong to is left out.
    private bool EndsNode() =>
        cursor.Pos == cursor.End
        || cursor.IsAtMarker()
        || cursor.Indent < tree.Indent
        || (cursor.Indent == tree.Indent && (tree.Top.IsSequence || !cursor.IsAt('-')));

    private int FindColon()
    {
        var colon = YamlChars.SkipBlanks(cursor.Text, cursor.Pos, cursor.End);
        return cursor.At(colon) == ':' && YamlChars.IsSpaceOrEnd(cursor.At(colon + 1)) ? colon : -1;
    }

    private bool FailDash() =>
        cursor.Tab >= 0 ? cursor.Fail(cursor.Tab, YamlProblems.Tab)
        : tree.Depth == 0 ? cursor.Fail(cursor.Pos, "a list item ('-') is not allowed on the line of '---'")
        : cursor.Fail(cursor.Pos, "a list item is not allowed on the line of its key");

    private bool FailColon(int colon, bool mayOpen, YamlNode? node)
    {
        if (!mayOpen && cursor.Tab >= 0 && (cursor.IsFirst || _mayOpen))
        {
            return cursor.Fail(cursor.Tab, YamlProblems.Tab);
        }

        if (!mayOpen && tree.Depth == 0)
        {
            return cursor.Fail(colon, "a key is not allowed on the line of '---'");
        }

        if (node is not (null or YamlScalar { Style: YamlScalarStyle.Plain }))
        {
            return cursor.Fail(
                colon,
                mayOpen ? "a key must stand on one line" : "this ':' follows a value, which is no key as it belongs to one"
            );
        }

        // A line at the column where the text began is rather the next key.
        var indent = YamlChars.SkipBlanks(cursor.Text, cursor.LineStart, cursor.End) - cursor.LineStart;
        return mayOpen && node is not null && indent + 1 == node.Span.StartColumn
            ? cursor.Fail(new SourceSpan(node.Span.StartLine, node.Span.StartColumn, node.Span.StartLine, node.Span.StartColumn + 1), "a ':' is expected behind this key")
            : cursor.Fail(colon, "a second ':' followed by a space stands in an unquoted value, or a key is indented too far");
    }

    private bool FailTwice(in YamlProperties properties) =>
        cursor.Fail(
            properties.Start.Offset,
            properties.Anchor is not null ? YamlProblems.TwoAnchors : YamlProblems.TwoTags
        );

    private bool FailBehindRoot() =>
        cursor.Fail(
            cursor.Pos,
            cursor.Current switch
            {
                '#' => "a space is expected before this '#', which else starts no comment",
                ':' => "a key is expected before this ':', on the same line",
                _ => "the document ends before this text, at the end of the value it consists of",
            }
        );
}
