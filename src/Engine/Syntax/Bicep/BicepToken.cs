namespace Governance.Engine.Syntax.Bicep;

/// <summary>What a token of Bicep is.</summary>
internal enum BicepTokenKind
{
    /// <summary>A name or keyword.</summary>
    Word,

    /// <summary>A text without parts to fill in.</summary>
    Text,

    /// <summary>A text with <c>${ }</c> in it.</summary>
    FilledText,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The end of a line, once for several in a row.</summary>
    LineEnd,

    /// <summary>Any other character.</summary>
    Sign,

    /// <summary>The end of the file.</summary>
    End,
}

/// <summary>A token of Bicep.</summary>
internal readonly record struct BicepToken(BicepTokenKind Kind, int Start, int End)
{
    /// <summary>Whether it is this word or sign.</summary>
    public bool Is(string source, string text) =>
        Kind is BicepTokenKind.Word or BicepTokenKind.Sign
        && End - Start == text.Length
        && string.CompareOrdinal(source, Start, text, 0, text.Length) == 0;

    /// <summary>The token as it is written.</summary>
    public string In(string source) => source.Substring(Start, End - Start);
}
