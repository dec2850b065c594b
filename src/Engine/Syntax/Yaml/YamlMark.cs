namespace Governance.Engine.Syntax.Yaml;

/// <summary>A place in a text.</summary>
/// <param name="Offset">The offset in UTF-16 code units.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, as in <see cref="SourceSpan"/>.</param>
internal readonly record struct YamlMark(int Offset, int Line, int Column)
{
    /// <summary>The span from here to another place.</summary>
    public SourceSpan To(YamlMark end) => new(Line, Column, end.Line, end.Column);
}
