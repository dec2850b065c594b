namespace Governance.Engine.Syntax.Yaml;

/// <summary>The anchor and the tag before a node.</summary>
internal struct YamlProperties
{
    /// <summary>The anchor's name, or null.</summary>
    public string? Anchor;

    /// <summary>The tag as written, or null.</summary>
    public string? Tag;

    /// <summary>Where the first of them starts.</summary>
    public YamlMark Start;

    /// <summary>Where the last of them ends.</summary>
    public YamlMark End;

    /// <summary>Whether there is any.</summary>
    public readonly bool Any => Anchor is not null || Tag is not null;

    /// <summary>Takes those of the same node that stand on a line before. False when it would have two anchors or tags.</summary>
    public bool TryJoin(in YamlProperties before)
    {
        if ((Anchor is not null && before.Anchor is not null) || (Tag is not null && before.Tag is not null))
        {
            return false;
        }

        if (before.Any)
        {
            End = Any ? End : before.End;
            Start = before.Start;
            Anchor ??= before.Anchor;
            Tag ??= before.Tag;
        }

        return true;
    }

    /// <summary>The node with these.</summary>
    public readonly YamlNode Dress(YamlNode node) => Any ? node with { Anchor = Anchor, Tag = Tag } : node;
}
