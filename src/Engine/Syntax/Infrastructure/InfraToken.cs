namespace Governance.Engine.Syntax.Infrastructure;

/// <summary>What a token of a template is.</summary>
internal enum InfraTokenKind
{
    /// <summary>A name or keyword.</summary>
    Word,

    /// <summary>A text without parts to fill in, in quotation marks or between marks of its own lines.</summary>
    Text,

    /// <summary>A text with <c>${ }</c>, or <c>%{ }</c> of Terraform, in it.</summary>
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

/// <summary>A token of Bicep or Terraform: its kind, and the offsets of its first character and behind its last.</summary>
internal readonly record struct InfraToken(InfraTokenKind Kind, int Start, int End)
{
    /// <summary>Whether it is this word or sign.</summary>
    public bool Is(string source, string text) =>
        Kind is InfraTokenKind.Word or InfraTokenKind.Sign
        && End - Start == text.Length
        && string.CompareOrdinal(source, Start, text, 0, text.Length) == 0;

    /// <summary>Whether it is this sign.</summary>
    public bool Is(string source, char sign) => Kind == InfraTokenKind.Sign && source[Start] == sign;

    /// <summary>The token as it is written.</summary>
    public string In(string source) => source.Substring(Start, End - Start);
}
