namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// Reads collections in brackets and braces (https://yaml.org/spec/1.2.2/#74-flow-collection-styles). Strictly their lines
/// must be indented deeper than the key they belong to; like libyaml it lets them stand anywhere.
/// </summary>
internal sealed class YamlFlowParser(
    YamlCursor cursor,
    YamlTree tree,
    YamlLeafReader leaves,
    YamlPropertyReader propertyReader,
    YamlFlowEntries entries,
    YamlFlowProblems problems
)
{
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
                problems.FailUnclosed();
                return null;
            }

            bool isRead;
            switch (cursor.Current)
            {
                case ',':
                    isRead = entries.TakeComma();
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
                    isRead = entries.TakeQuestionMark();
                    break;
                case ':' when entries.IsColon(cursor.Pos, tree.Top is { Awaits: YamlAwaits.Colon, IsJsonKey: true }):
                    isRead = entries.TakeColon();
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
        problems.Line = cursor.Line;
        return true;
    }

    private YamlNode? Close()
    {
        if (!entries.EndPair())
        {
            return null;
        }

        ref var top = ref tree.Top;
        if (cursor.Current != (top.IsSequence ? ']' : '}'))
        {
            problems.FailExpected();
            return null;
        }

        var isComplete = top.IsSequence || (top.Awaits == YamlAwaits.Key && !top.IsExplicit) || tree.Fill();
        cursor.Pos++;
        tree.End = cursor.Mark;
        return isComplete ? tree.Close() : null;
    }

    private bool ReadNode()
    {
        if (!tree.Top.AwaitsNode)
        {
            return problems.FailExpected();
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

    private bool IsLeftOut() =>
        cursor.Current is ',' or ']' or '}' or '\0' || entries.IsColon(cursor.Pos, isJson: false);

    private bool Finish(YamlNode node, bool isJson, bool isLeaf = false)
    {
        var start = new YamlMark(tree.End.Offset, node.Span.StartLine, node.Span.StartColumn);
        problems.Line = start.Line;
        if (tree.Top.Awaits == YamlAwaits.Item)
        {
            var colon = YamlChars.SkipBlanks(cursor.Text, cursor.Pos, cursor.End);
            if (entries.IsColon(colon, isJson))
            {
                // The key of a single pair has one line: here rather a bracket or a comma is missing.
                if (node.Span.StartLine != cursor.Line)
                {
                    return problems.FailUnclosed();
                }

                if (!entries.OpenPair(start))
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
        return tree.Top.Awaits != YamlAwaits.Nothing || entries.EndPair();
    }
}
