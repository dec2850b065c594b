using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Tests.Syntax.Yaml;

public sealed class YamlReaderTests
{
    [Fact]
    public void A_collection_ends_with_its_last_child_and_not_with_the_next_token()
    {
        var text = new SourceText("a:\n  - b\n  - c: d # tail\n\n# more\ne:\n- f\n");
        var root = Root(text);
        Assert.Equal("- b\n  - c: d", text.Slice(root["a"]!.Span));
        Assert.Equal("- f", text.Slice(root["e"]!.Span));
        Assert.Equal(new SourceSpan(1, 1, 7, 4), root.Span);
    }

    [Theory]
    [InlineData("k: plain text # no", "plain text")]
    [InlineData("k: one\n  two   # no\nl: x", "one\n  two")]
    [InlineData("k: 'it''s'", "'it''s'")]
    [InlineData("k: \"a\\\"b\" # no", "\"a\\\"b\"")]
    [InlineData("k: |\n  one\n  two\n\n# no\nl: x", "|\n  one\n  two")]
    [InlineData("k: >- # folded\n  one\n\n\nl: x", ">- # folded\n  one")]
    [InlineData("k: [a, {b: c}] # no", "[a, {b: c}]")]
    [InlineData("k: {a: [b]}", "{a: [b]}")]
    [InlineData("k: &anchor !tag value", "value")]
    [InlineData("k: !<tag:x,2002:y> &anchor\n  - value", "- value")]
    [InlineData("k: &anchor # no\n  # no\n  l: m", "l: m")]
    [InlineData("k: &anchor\nl: m", "")]
    [InlineData("k: !!null\nl: m", "")]
    [InlineData("k:\nl: m", "")]
    public void A_span_covers_the_text_of_its_node(string yaml, string expected)
    {
        foreach (var source in new[] { yaml, yaml.Replace("\n", "\r\n", System.StringComparison.Ordinal) })
        {
            var text = new SourceText(source);
            var slice = text.Slice(Root(text)["k"]!.Span);
            Assert.Equal(expected, slice.Replace("\r\n", "\n", System.StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Columns_count_utf16_code_units()
    {
        var text = new SourceText("'😀': é😀 # 😀\nb: [😀, c]\n");
        var root = Root(text);
        Assert.Equal(new SourceSpan(1, 7, 1, 10), root["😀"]!.Span);
        Assert.Equal(new SourceSpan(2, 9, 2, 10), ((YamlSequence)root["b"]!).Items[1].Span);
    }

    [Fact]
    public void Characters_that_end_a_line_for_YAML_alone_do_not_shift_lines()
    {
        var text = new SourceText("a: 'b\u2028c\u0085d'\ne: f\n");
        Assert.Equal(new SourceSpan(2, 4, 2, 5), Root(text)["e"]!.Span);
    }

    [Fact]
    public void A_mark_left_at_the_start_is_no_part_of_the_first_key()
    {
        var root = Root(new SourceText("\uFEFFa: b"));
        Assert.Equal(new SourceSpan(1, 5, 1, 6), root["a"]!.Span);
    }

    [Fact]
    public void Tags_and_anchors_are_kept_as_written()
    {
        var root = Root(new SourceText("a: !secret &one x\nb: !!str\nc: ! z\n"));
        Assert.Equal(("!secret", "one"), (root["a"]!.Tag, root["a"]!.Anchor));
        Assert.Equal("!!str", root["b"]!.Tag);
        Assert.Equal("!", root["c"]!.Tag);
    }

    [Fact]
    public void Every_entry_of_a_repeated_key_is_kept_and_the_first_is_found()
    {
        var root = Root(new SourceText("a: 1\nb: 2\na: 3\n"));
        Assert.Equal(["1", "2", "3"], root.Entries.Select(entry => ((YamlScalar)entry.Value).Value));
        Assert.Equal("1", root.Text("a"));
    }

    [Fact]
    public void Documents_are_all_read_and_empty_ones_left_out()
    {
        var stream = YamlReader.Read(new SourceText("---\n---\na: b\n...\n---\n# nothing\n---\n- c\n"));
        Assert.Null(stream.Problem);
        Assert.Equal(2, stream.Documents.Length);
        Assert.NotNull(stream.RootMapping);
        Assert.IsType<YamlSequence>(stream.Documents[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n   \n")]
    public void Nothing_is_no_problem(string yaml)
    {
        var stream = YamlReader.Read(new SourceText(yaml));
        Assert.Null(stream.Problem);
        Assert.Empty(stream.Documents);
        Assert.Null(stream.RootMapping);
    }

    [Theory]
    [InlineData("a: 'b'#c\n", "'b'")]
    [InlineData("a: [b]#c\n", "[b]")]
    [InlineData("a: b#c\n", "b#c")]
    public void A_comment_may_stand_right_behind_a_mark_that_ends_the_value(string yaml, string value)
    {
        var text = new SourceText(yaml);
        var stream = YamlReader.Read(text);
        Assert.Null(stream.Problem);
        Assert.Equal(value, text.Slice(stream.RootMapping!["a"]!.Span));
        Assert.Equal(value == "b#c" ? [] : ["#c"], stream.Comments.Select(comment => text.Slice(comment.Span)));
    }

    [Fact]
    public void A_single_pair_in_a_flow_sequence_ends_with_its_value()
    {
        var text = new SourceText("k: [a: b, {c: d}: e ]");
        var items = ((YamlSequence)Root(text)["k"]!).Items;
        Assert.Equal(["a: b", "{c: d}: e"], items.Select(item => text.Slice(item.Span)));
    }

    [Fact]
    public void Aliases_share_the_node_they_name()
    {
        var root = Root(new SourceText("a: &x {b: c}\nd: *x\ne: &x 2\nf: *x\ng: *nobody\n"));
        Assert.Same(root["a"], ((YamlAlias)root["d"]!).Target);
        Assert.Same(root["e"], ((YamlAlias)root["f"]!).Target);
        Assert.Null(((YamlAlias)root["g"]!).Target);
        Assert.Equal(new SourceSpan(4, 4, 4, 6), root["f"]!.Span);
    }

    [Fact]
    public void An_alias_inside_the_node_it_names_stands_for_nothing()
    {
        var root = Root(new SourceText("a: &x 1\nb: &x\n  c: *x\nd: *x\n"));
        Assert.Null(((YamlAlias)((YamlMapping)root["b"]!)["c"]!).Target);
        Assert.Same(root["b"], ((YamlAlias)root["d"]!).Target);
    }

    [Fact]
    public void An_anchor_ends_with_its_document()
    {
        var stream = YamlReader.Read(new SourceText("&x a\n---\nb: *x\n"));
        Assert.Null(((YamlAlias)((YamlMapping)stream.Documents[1])["b"]!).Target);
    }

    [Fact]
    public void Quoted_text_may_go_on_at_the_indentation_of_its_key()
    {
        var text = new SourceText(
            "\uFEFFa:\n  b: \"one\n  two \\\n\n  three\"  # why\n  c: \"x\n y\"\n  d: [\"p\n\n  q\", r]\n"
        );
        var stream = YamlReader.Read(text);
        Assert.Null(stream.Problem);
        var a = (YamlMapping)stream.RootMapping!["a"]!;
        Assert.Equal("one two \nthree", a.Text("b"));
        Assert.Equal("\"one\n  two \\\n\n  three\"", text.Slice(a["b"]!.Span));
        Assert.Equal("\"x\n y\"", text.Slice(a["c"]!.Span));
        var d = (YamlSequence)a["d"]!;
        Assert.Equal("p\nq", d.Items[0].AsScalar()!.Value);
        Assert.Equal("r", text.Slice(d.Items[1].Span));
    }

    private static YamlMapping Root(SourceText text)
    {
        var stream = YamlReader.Read(text);
        Assert.Null(stream.Problem);
        return Assert.IsType<YamlMapping>(Assert.Single(stream.Documents));
    }
}
