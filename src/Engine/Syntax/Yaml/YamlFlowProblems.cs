namespace Governance.Engine.Syntax.Yaml;

/// <summary>Says what is wrong with flow collections. All its methods return false.</summary>
internal sealed class YamlFlowProblems(YamlCursor cursor, YamlTree tree)
{
    /// <summary>The line on which the node read last begins.</summary>
    public int Line { get; set; }

    /// <summary>A comma or closing bracket is missing, here or before.</summary>
    public bool FailExpected()
    {
        // What stands on a later line is likely to stand outside: then the bracket is what must be looked at.
        if (cursor.Line > Line)
        {
            return FailUnclosed();
        }

        var close = Bracket.Kind == YamlFrameKind.FlowSequence ? ']' : '}';
        return cursor.Fail(cursor.Pos, $"a ',' or '{close}' is expected here");
    }

    /// <summary>The innermost bracket is not closed.</summary>
    public bool FailUnclosed()
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
