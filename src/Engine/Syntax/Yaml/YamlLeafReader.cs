namespace Governance.Engine.Syntax.Yaml;

/// <summary>Reads scalars and aliases. Their anchors and tags are their callers' matter.</summary>
internal sealed class YamlLeafReader(YamlCursor cursor, YamlTree tree)
{
    private readonly YamlScalarText _value = new(null);

    /// <summary>Reads the quoted or plain text or the alias that stands here; null at a problem.</summary>
    /// <param name="isFlow">Whether it stands in brackets.</param>
    /// <param name="parentIndent">Further lines are indented deeper than this.</param>
    /// <param name="isKey">Whether it can only be a key, which has one line.</param>
    public YamlNode? Read(bool isFlow, int parentIndent, bool isKey)
    {
        switch (cursor.Current)
        {
            case '"':
            case '\'':
                return ReadQuoted(parentIndent);
            case '*':
                return ReadAlias(isFlow);
        }

        if (YamlPlainScalar.CanStart(cursor, isFlow))
        {
            return ReadPlain(isFlow, parentIndent, isKey);
        }

        cursor.Fail(cursor.Pos, YamlProblems.CannotStart(cursor));
        return null;
    }

    /// <summary>Reads the literal or folded block that starts here; null at a problem.</summary>
    public YamlScalar? ReadBlock(int parentIndent)
    {
        var start = cursor.Mark;
        var style = cursor.Current == '|' ? YamlScalarStyle.Literal : YamlScalarStyle.Folded;
        if (!YamlBlockScalar.Read(cursor, parentIndent, _value, out var end))
        {
            return null;
        }

        tree.End = end;
        return new YamlScalar(_value.Take(), style, start.To(end));
    }

    private YamlScalar ReadPlain(bool isFlow, int parentIndent, bool isKey)
    {
        var start = cursor.Mark;
        YamlPlainScalar.SkipLine(cursor, isFlow);
        var isFolded = !isKey && YamlPlainScalar.SkipFurtherLines(cursor, isFlow, parentIndent);
        var end = cursor.Mark;
        if (isFolded)
        {
            YamlPlainScalar.Read(cursor.Text, start.Offset, end.Offset, _value);
        }

        tree.End = end;
        var value = isFolded ? _value.Take() : cursor.Text.Substring(start.Offset, end.Offset - start.Offset);
        return new YamlScalar(value, YamlScalarStyle.Plain, start.To(end));
    }

    private YamlScalar? ReadQuoted(int parentIndent)
    {
        var start = cursor.Mark;
        var isDouble = cursor.Current == '"';
        if (!YamlQuotedScalar.Skip(cursor, parentIndent, out var isVerbatim))
        {
            return null;
        }

        tree.End = cursor.Mark;
        var (from, to) = (start.Offset + 1, cursor.Pos - 1);
        if (!isVerbatim)
        {
            YamlQuotedScalar.Read(cursor.Text, from, to, isDouble, _value);
        }

        return new YamlScalar(
            isVerbatim ? cursor.Text.Substring(from, to - from) : _value.Take(),
            isDouble ? YamlScalarStyle.DoubleQuoted : YamlScalarStyle.SingleQuoted,
            start.To(tree.End)
        );
    }

    private YamlAlias? ReadAlias(bool isFlow)
    {
        var start = cursor.Mark;
        do
        {
            cursor.Pos++;
        } while (!YamlChars.EndsIndicator(cursor.Current, isFlow: true));

        var name = cursor.Text.Substring(start.Offset + 1, cursor.Pos - start.Offset - 1);
        // A colon may be part of an anchor's name, but who writes '*name: value' means a key, and libyaml takes it so.
        if (name.Length > 1 && name[name.Length - 1] == ':' && !tree.Knows(name))
        {
            name = name.Substring(0, name.Length - 1);
            cursor.Pos--;
        }

        if (name.Length == 0 || !(YamlChars.EndsIndicator(cursor.Current, isFlow) || cursor.Current == ':'))
        {
            cursor.Fail(start.Offset, YamlProblems.MustBeQuoted('*'));
            return null;
        }

        tree.End = cursor.Mark;
        return new YamlAlias(name, tree.Resolve(name), start.To(tree.End));
    }
}
