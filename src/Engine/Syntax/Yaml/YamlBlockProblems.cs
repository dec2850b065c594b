namespace Governance.Engine.Syntax.Yaml;

/// <summary>Says what is wrong with block collections. All its methods return false.</summary>
internal sealed class YamlBlockProblems(YamlCursor cursor, YamlTree tree)
{
    /// <summary>A list item stands where none may start.</summary>
    public bool FailDash() =>
        cursor.Tab >= 0 ? cursor.Fail(cursor.Tab, YamlProblems.Tab)
        : tree.Depth == 0 ? cursor.Fail(cursor.Pos, "a list item ('-') is not allowed on the line of '---'")
        : cursor.Fail(cursor.Pos, "a list item is not allowed on the line of its key");

    /// <summary>A colon says that a key stands where none may.</summary>
    /// <param name="colon">Where it stands.</param>
    /// <param name="mayOpen">Whether a mapping may start before it.</param>
    /// <param name="wasAllowed">Whether it might but for a tab.</param>
    /// <param name="node">What stands before it, or null.</param>
    public bool FailColon(int colon, bool mayOpen, bool wasAllowed, YamlNode? node)
    {
        if (!mayOpen && cursor.Tab >= 0 && (cursor.IsFirst || wasAllowed))
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
                mayOpen
                    ? "a key must stand on one line"
                    : "this ':' follows a value, which is no key as it belongs to one"
            );
        }

        // A line at the column where the text began is rather the next key.
        var indent = YamlChars.SkipBlanks(cursor.Text, cursor.LineStart, cursor.End) - cursor.LineStart;
        return mayOpen && node is not null && indent + 1 == node.Span.StartColumn
            ? cursor.Fail(
                new SourceSpan(
                    node.Span.StartLine,
                    node.Span.StartColumn,
                    node.Span.StartLine,
                    node.Span.StartColumn + 1
                ),
                "a ':' is expected behind this key"
            )
            : cursor.Fail(
                colon,
                "a second ':' followed by a space stands in an unquoted value, or a key is indented too far"
            );
    }

    /// <summary>A node has two anchors or two tags.</summary>
    public bool FailTwice(in YamlProperties properties) =>
        cursor.Fail(
            properties.Start.Offset,
            properties.Anchor is not null ? YamlProblems.TwoAnchors : YamlProblems.TwoTags
        );
}
