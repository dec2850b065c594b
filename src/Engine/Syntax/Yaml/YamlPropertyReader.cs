using System;
using System.Collections.Generic;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Reads anchors and tags (https://yaml.org/spec/1.2.2/#69-node-properties).</summary>
internal sealed class YamlPropertyReader(YamlCursor cursor, YamlTree tree)
{
    private HashSet<string>? _handles;

    /// <summary>Takes a handle that the directives of the next document declare. False when they did so before.</summary>
    public bool Declare(string handle) => (_handles ??= new HashSet<string>(StringComparer.Ordinal)).Add(handle);

    /// <summary>Forgets the handles of a document.</summary>
    public void Forget() => _handles = null;

    /// <summary>Reads the anchor or tag that stands here, and goes on to the next token.</summary>
    public bool Read(ref YamlProperties properties, bool isFlow)
    {
        var start = cursor.Mark;
        var isAnchor = cursor.Current == '&';
        if (isAnchor ? properties.Anchor is not null : properties.Tag is not null)
        {
            return cursor.Fail(start.Offset, isAnchor ? YamlProblems.TwoAnchors : YamlProblems.TwoTags);
        }

        if (isAnchor ? !ReadAnchor(ref properties) : !ReadTag(ref properties))
        {
            return false;
        }

        if (!YamlChars.EndsIndicator(cursor.Current, isFlow))
        {
            return cursor.Fail(
                start.Offset,
                isAnchor ? YamlProblems.MustBeQuoted('&') : YamlProblems.MustBeQuoted('!')
            );
        }

        properties.Start = properties.Start.Line == 0 ? start : properties.Start;
        properties.End = cursor.Mark;
        cursor.SkipToToken();
        return true;
    }

    private bool ReadAnchor(ref YamlProperties properties)
    {
        var start = cursor.Pos++;
        SkipName();
        if (cursor.Pos == start + 1)
        {
            return cursor.Fail(start, YamlProblems.MustBeQuoted('&'));
        }

        properties.Anchor = cursor.Text.Substring(start + 1, cursor.Pos - start - 1);
        tree.Announce(properties.Anchor);
        return true;
    }

    private bool ReadTag(ref YamlProperties properties)
    {
        var start = cursor.Pos;
        if (cursor.Next == '<')
        {
            var end = start + 2;
            while (!YamlChars.IsSpaceOrEnd(cursor.At(end)) && cursor.At(end) != '>')
            {
                end++;
            }

            if (cursor.At(end) != '>')
            {
                return cursor.Fail(start, "this tag's '<' is not closed by a '>'");
            }

            cursor.Pos = end + 1;
        }
        else
        {
            cursor.Pos++;
            SkipName();
        }

        properties.Tag = cursor.Text.Substring(start, cursor.Pos - start);
        var handle = properties.Tag.IndexOf('!', 1);
        return handle <= 1
            || properties.Tag[1] == '<'
            || _handles?.Contains(properties.Tag.Substring(0, handle + 1)) == true
            || cursor.Fail(
                start,
                $"the tag's handle '{properties.Tag.Substring(0, handle + 1)}' is not declared; a value that starts with '!' must be quoted"
            );
    }

    private void SkipName()
    {
        while (!YamlChars.EndsIndicator(cursor.Current, isFlow: true))
        {
            cursor.Pos++;
        }
    }
}
