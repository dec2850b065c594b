using System;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Tests.Syntax.Yaml;

public sealed class YamlProblemTests
{
    [Theory]
    [InlineData("a: [b, c\nd: e\n", 1, 4, "'[' is not closed")]
    [InlineData("a: {b: c\nd: e\n", 1, 4, "'{' is not closed")]
    [InlineData("a: [\n", 1, 4, "'[' is not closed")]
    [InlineData("a: 'b\nc: d\n", 1, 4, "quotation mark")]
    [InlineData("a: \"b\nc: d\n", 1, 4, "quotation mark")]
    [InlineData("a: \"b\nc: \"d\"\n", 1, 4, "quotation mark")]
    [InlineData("a: b\n\tc: d\n", 2, 1, "a tab stands")]
    [InlineData("a:\n\tb: d\n", 2, 1, "a tab stands")]
    [InlineData("a: b: c\n", 1, 5, "second ':'")]
    [InlineData("a: b\n c: d\n", 2, 3, "indented too far")]
    [InlineData("a: @b\n", 1, 4, "starts with '@' must be quoted")]
    [InlineData("a: %b\n", 1, 4, "starts with '%' must be quoted")]
    [InlineData("a: *.yml\nb: *\n", 2, 4, "'*'")]
    [InlineData("a: 'b' c\n", 1, 8, "only a comment may follow")]
    [InlineData("a: [b,#c\n]\n", 1, 7, "a space is expected before this '#'")]
    [InlineData("a: b\nc\nd: e\n", 2, 1, "a ':' is expected behind this key")]
    [InlineData("c\nd: e\n", 1, 1, "a ':' is expected behind this key")]
    [InlineData("a: [b c: d e: f]\n", 1, 13, "a ',' or ']' is expected")]
    [InlineData("a: ['b' 'c']\n", 1, 9, "a ',' or ']' is expected")]
    [InlineData("a: [b, , c]\n", 1, 8, "before this ','")]
    [InlineData("a: [- b]\n", 1, 5, "within brackets")]
    [InlineData("a: 'b': c\n", 1, 7, "':' follows a value")]
    [InlineData("--- a: b\n", 1, 6, "on the line of '---'")]
    [InlineData("a\n: b\n", 2, 1, "a key is expected before this ':'")]
    [InlineData("a: &b &c d\n", 1, 7, "two anchors")]
    [InlineData("a: &b *c\n", 1, 4, "no anchor or tag")]
    [InlineData("%TAG !x! y\na: b\n", 2, 1, "'---' is expected")]
    [InlineData("%YAML 2.0\n---\na: b\n", 1, 1, "a version")]
    [InlineData("a: b\n... c\n", 2, 5, "only a comment may follow '...'")]
    [InlineData("a: >\n     \n  b\n", 2, 1, "blank line at the beginning")]
    [InlineData("-\t- a\n", 1, 2, "a tab stands")]
    [InlineData("a: \"\\x4\"\n", 1, 5, "hexadecimal digits")]
    [InlineData("a: \"\\uD83D\"\n", 1, 5, "no Unicode character")]
    [InlineData("- a\nb: c\n", 2, 1, "list item")]
    [InlineData("a: -\n b\n", 1, 4, "list item")]
    [InlineData("a: }\n", 1, 4, "a value is expected")]
    [InlineData("a: \"\\q\"\n", 1, 5, "unknown escape")]
    [InlineData("a: !x!y z\n", 1, 4, "handle")]
    [InlineData("a: | x\n b\n", 1, 6, "only a comment")]
    [InlineData("a: \"\\U99999999\"\n", 1, 5, "no Unicode character")]
    [InlineData("a: b\0c\n", 1, 5, "NUL")]
    [InlineData("x: y\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", 2, 1, "merge conflict")]
    public void A_problem_names_what_is_wrong_and_where(string yaml, int line, int column, string message)
    {
        var stream = YamlReader.Read(new SourceText(yaml));
        Assert.NotNull(stream.Problem);
        Assert.Contains(message, stream.Problem.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (stream.Problem.Span.StartLine, stream.Problem.Span.StartColumn));
        Assert.False(stream.IsLimit);
        Assert.False(stream.IsTemplate);
    }

    [Fact]
    public void What_was_read_before_a_problem_is_kept()
    {
        var text = new SourceText("a: b\nc:\n  - d\n  - e: f\n    g: @h\n");
        var stream = YamlReader.Read(text);
        Assert.NotNull(stream.Problem);
        var root = stream.RootMapping!;
        Assert.Equal("b", root.Text("a"));
        var items = ((YamlSequence)root["c"]!).Items;
        Assert.Equal("f", ((YamlMapping)items[1]).Text("e"));
        Assert.True(((YamlMapping)items[1]).Has("g"));
    }

    [Fact]
    public void A_template_is_told_from_a_mistake()
    {
        var stream = YamlReader.Read(new SourceText("image: {{ .Values.image }}:latest\n"));
        Assert.NotNull(stream.Problem);
        Assert.True(stream.IsTemplate);
        Assert.False(YamlReader.Read(new SourceText("image: '{{ x }}'\n")).IsTemplate);
    }

    [Theory]
    [InlineData(256, false)]
    [InlineData(257, true)]
    public void Depth_is_limited(int depth, bool limited)
    {
        var stream = YamlReader.Read(new SourceText(new string('[', depth) + new string(']', depth)));
        Assert.Equal(limited, stream.IsLimit);
        Assert.Equal(limited, stream.Problem is not null);
        if (limited)
        {
            Assert.Equal(new SourceSpan(1, 257, 1, 258), stream.Problem!.Span);
            Assert.Contains("256", stream.Problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_number_of_nodes_is_limited()
    {
        var stream = YamlReader.Read(new SourceText(Repeat("- \n", YamlReader.MaxNodes + 10)));
        Assert.True(stream.IsLimit);
        Assert.Equal(YamlReader.MaxNodes, stream.Problem!.Span.StartLine);
        Assert.Equal(YamlReader.MaxNodes - 1, ((YamlSequence)stream.Documents[0]).Items.Length);
    }

    // Brackets in quotes, comments and blocks are text; a limit on depth must not count them.
    [Fact]
    public void Brackets_that_are_text_have_no_depth()
    {
        var brackets = new string('[', 2000);
        var yaml = $"a: '{brackets}'\nb: \"{brackets}\"\nc: x # {brackets}\nd: |\n  {brackets}\ne: x{brackets}\n";
        Assert.Null(YamlReader.Read(new SourceText(yaml)).Problem);
    }

    private static string Repeat(string text, int times) =>
        new System.Text.StringBuilder().Insert(0, text, times).ToString();
}
