namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// Reads collections in brackets and braces (https://yaml.org/spec/1.2.2/#74-flow-collection-styles). Strictly their lines
/// must be indented deeper than the key they belong to; like libyaml and YamlDotNet it lets them stand anywhere.
/// </summary>
internal sealed class YamlFlowParser(
    YamlCursor cursor,
    YamlTree tree,
    YamlLeafReader leaves,
    YamlPropertyReader propertyReader
)
{
    // The line on which the node read last begins.
    private int _line;

    /// <summary>Reads the collection that starts here, which the caller has to place; null at a problem.</summary>
    public YamlNode? Read(in YamlProperties properties)
    {
        var outside = tree.Depth;
        if (!Open(properties))
        {
            return null;
        }

        while (true)
        {
            if (!cursor.SkipToToken() || (cursor.IsFirst && cursor.IsAtMarker()))
            {
                FailUnclosed();
                return null;
            }

            bool isRead;
            switch (cursor.Current)
            {
                case ',':
                    isRead = TakeComma();
                    break;
                case ']' or '}':
                    if (Close() is not { } node)
                    {
                        return null;
                    }

                    if (tree.Depth == outside)
                    {
                        return node;
                    }

                    isRead = Finish(node, isJson: true);
                    break;
                case '?' when YamlChars.IsSpaceOrEnd(cursor.Next):
                    isRead = TakeQuestionMark();
                    break;
                case ':' when IsColon(cursor.Pos, tree.Top is { Awaits: YamlAwaits.Colon, IsJsonKey: true }):
                    isRead = TakeColon();
                    break;
                default:
                    isRead = ReadNode();
                    break;
            }

            if (!isRead)
            {
                return null;
            }
        }
    }

    private bool Open(in YamlProperties properties)
    {
        var start = cursor.Mark;
        var isSequence = cursor.Current == '[';
        cursor.Pos++;
        if (
            !tree.Open(
                isSequence ? YamlFrameKind.FlowSequence : YamlFrameKind.FlowMapping,
                isSequence ? YamlAwaits.Item : YamlAwaits.Key,
                -1,
                start,
                properties
            )
        )
        {
            return false;
        }

        tree.End = cursor.Mark;
        _line = cursor.Line;
        return true;
    }

    private YamlNode? Close()
    {
        if (!EndPair())
        {
            return null;
        }

        ref var top = ref tree.Top;
        if (cursor.Current != (top.IsSequence ? ']' : '}'))
        {
            FailExpected();
            return null;
        }

        var isComplete = top.IsSequence || (top.Awaits == YamlAwaits.Key && !top.IsExplicit) || tree.Fill();
        cursor.Pos++;
        tree.End = cursor.Mark;
        return isComplete ? tree.Close() : null;
    }

    private bool TakeComma()
    {
        if (!EndPair())
        {
            return false;
        }

        ref var top = ref tree.Top;
        if (top.Awaits == YamlAwaits.Item || (top.Awaits == YamlAwaits.Key && !top.IsExplicit))
        {
            return cursor.Fail(cursor.Pos, "a value is expected before this ','");
        }

        if (!top.IsSequence && !tree.Fill())
        {
            return false;
        }

        cursor.Pos++;
        top.Awaits = top.IsSequence ? YamlAwaits.Item : YamlAwaits.Key;
        top.IsExplicit = false;
        return true;
    }

    private bool TakeQuestionMark()
    {
        var start = cursor.Mark;
        if (tree.Top.Awaits == YamlAwaits.Item)
        {
            if (!tree.Open(YamlFrameKind.FlowPair, YamlAwaits.Key, -1, start, default))
            {
                return false;
            }
        }
        else if (tree.Top.Awaits != YamlAwaits.Key || tree.Top.IsExplicit)
        {
            return FailExpected();
        }

        tree.Top.IsExplicit = true;
        cursor.Pos++;
        tree.End = cursor.Mark;
        return true;
    }

    private bool TakeColon()
    {
        if (tree.Top.Awaits == YamlAwaits.Item && !OpenPair(cursor.Mark))
        {
            return false;
        }

        ref var top = ref tree.Top;
        if (top.Awaits == YamlAwaits.Key)
        {
            tree.End = cursor.Mark;
            if (!tree.AddEmpty(default))
            {
                return false;
            }
        }

        if (top.Awaits != YamlAwaits.Colon)
        {
            return FailExpected();
        }

        top.Awaits = YamlAwaits.Value;
        cursor.Pos++;
        tree.End = cursor.Mark;
        return true;
    }

    private bool ReadNode()
    {
        if (!tree.Top.AwaitsNode)
        {
            return FailExpected();
        }

        var properties = default(YamlProperties);
        while (cursor.Current is '&' or '!')
        {
            if (!propertyReader.Read(ref properties, isFlow: true))
            {
                return false;
            }
        }

        if (properties.Any && IsLeftOut())
        {
            tree.End = properties.End;
            return Finish(
                properties.Dress(new YamlScalar("", YamlScalarStyle.Plain, tree.End.To(tree.End))),
                isJson: false,
                isLeaf: true
            );
        }

        if (cursor.Current is '[' or '{')
        {
            return Open(properties);
        }

        var isJson = cursor.Current is '"' or '\'';
        return leaves.Read(isFlow: true, parentIndent: -1, isKey: false) is { } leaf
            && Finish(properties.Dress(leaf), isJson, isLeaf: true);
    }

    private bool IsLeftOut() => cursor.Current is ',' or ']' or '}' or '\0' || IsColon(cursor.Pos, isJson: false);

    private bool Finish(YamlNode node, bool isJson, bool isLeaf = false)
    {
        var start = new YamlMark(tree.End.Offset, node.Span.StartLine, node.Span.StartColumn);
        _line = start.Line;
        if (tree.Top.Awaits == YamlAwaits.Item)
        {
            var colon = YamlChars.SkipBlanks(cursor.Text, cursor.Pos, cursor.End);
            if (IsColon(colon, isJson))
            {
                // The key of a single pair has one line: here rather a bracket or a comma is missing.
                if (node.Span.StartLine != cursor.Line)
                {
                    return FailUnclosed();
                }

                if (!OpenPair(start))
                {
                    return false;
                }
            }
        }

        if (!isLeaf)
        {
            tree.Place(node);
        }
        else if (!tree.Add(node, start))
        {
            return false;
        }

        tree.Top.IsJsonKey = isJson;
        return tree.Top.Awaits != YamlAwaits.Nothing || EndPair();
    }

    private bool OpenPair(YamlMark start) => tree.Open(YamlFrameKind.FlowPair, YamlAwaits.Key, -1, start, default);

    private bool EndPair()
    {
        if (tree.Top.Kind != YamlFrameKind.FlowPair)
        {
            return true;
        }

        if (!tree.Fill())
        {
            return false;
        }

        tree.Place(tree.Close());
        return true;
    }

    private bool IsColon(int offset, bool isJson) =>
        cursor.At(offset) == ':' && (isJson || YamlChars.EndsIndicator(cursor.At(offset + 1), isFlow: true));

    private bool FailExpected()
    {
        // What stands on a later line is likely to stand outside: then the bracket is what must be looked at.
        if (cursor.Line > _line)
        {
            return FailUnclosed();
        }

        var close = Bracket.Kind == YamlFrameKind.FlowSequence ? ']' : '}';
        return cursor.Fail(cursor.Pos, $"a ',' or '{close}' is expected here");
    }

    private bool FailUnclosed()
    {
        var (open, close) = Bracket.Kind == YamlFrameKind.FlowSequence ? ('[', ']') : ('{', '}');
        return cursor.Fail(
            Bracket.Start.Offset,
            $"this '{open}' is not closed by a '{close}', or a ',' is missing behind it"
        );
    }

    private ref YamlFrame Bracket
    {
        get
        {
            if (tree.Top.Kind == YamlFrameKind.FlowPair)
            {
                return ref tree.Parent;
            }

            return ref tree.Top;
        }
    }
}
