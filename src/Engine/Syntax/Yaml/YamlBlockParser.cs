namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// Reads a document by its indentation (https://yaml.org/spec/1.2.2/#chapter-8-block-style-productions). Open collections
/// stand on the tree's own stack, so that no text makes the reader recurse.
/// </summary>
internal sealed class YamlBlockParser(YamlCursor cursor, YamlTree tree, YamlBlockNodes nodes)
{
    /// <summary>Reads up to the next document's marker or to the end. False at a problem.</summary>
    /// <param name="isMarked">Whether the document begins behind a <c>---</c>.</param>
    public bool ReadDocument(bool isMarked)
    {
        nodes.MayOpen = !isMarked;
        while (cursor.SkipToToken())
        {
            if (cursor.IsFirst && cursor.IsAtMarker())
            {
                break;
            }

            nodes.MayOpen |= cursor.IsFirst;
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
            return tree.HasRoot ? FailBehindRoot() : nodes.ReadNode(isEntry: false);
        }

        ref var top = ref tree.Top;
        if (top.Awaits is not (YamlAwaits.Nothing or YamlAwaits.Colon))
        {
            return nodes.ReadNode(isEntry: false);
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

        return top.IsSequence ? nodes.TakeDash() : nodes.ReadNode(isEntry: true);
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
