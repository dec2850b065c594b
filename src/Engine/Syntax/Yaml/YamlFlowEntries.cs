namespace Governance.Engine.Syntax.Yaml;

/// <summary>Reads what stands between the nodes of flow collections, and knows the pairs that are mappings without braces.</summary>
internal sealed class YamlFlowEntries(YamlCursor cursor, YamlTree tree, YamlFlowProblems problems)
{
    /// <summary>Takes the comma that stands here. False at a problem.</summary>
    public bool TakeComma()
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

    /// <summary>Takes the question mark that announces a key. False at a problem.</summary>
    public bool TakeQuestionMark()
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
            return problems.FailExpected();
        }

        tree.Top.IsExplicit = true;
        cursor.Pos++;
        tree.End = cursor.Mark;
        return true;
    }

    /// <summary>Takes the colon behind a key, which may be left out. False at a problem.</summary>
    public bool TakeColon()
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
            return problems.FailExpected();
        }

        top.Awaits = YamlAwaits.Value;
        cursor.Pos++;
        tree.End = cursor.Mark;
        return true;
    }

    /// <summary>Opens the mapping of a single pair. False at a limit.</summary>
    public bool OpenPair(YamlMark start) => tree.Open(YamlFrameKind.FlowPair, YamlAwaits.Key, -1, start, default);

    /// <summary>Closes the mapping of a single pair, when it is what is open. False at a limit.</summary>
    public bool EndPair()
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

    /// <summary>Whether the colon of a key stands at an offset.</summary>
    public bool IsColon(int offset, bool isJson) =>
        cursor.At(offset) == ':' && (isJson || YamlChars.EndsIndicator(cursor.At(offset + 1), isFlow: true));
}
