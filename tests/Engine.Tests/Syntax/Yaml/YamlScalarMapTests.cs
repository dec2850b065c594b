using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Tests.Syntax.Yaml;

public sealed class YamlScalarMapTests
{
    [Theory]
    [InlineData("k: one @ two", 1, 8)]
    [InlineData("k: one\n\n   two @ x", 3, 8)]
    [InlineData("k: 'it''s @'", 1, 11)]
    [InlineData("k: 'one\n  two @'", 2, 7)]
    [InlineData("k: \"\\u00e9\\n\\\"@\"", 1, 15)]
    [InlineData("k: \"\\U0001F600@\"", 1, 15)]
    [InlineData("k: \"one \\\n     two @\"", 2, 10)]
    [InlineData("k: |\n  one\n  two @\n", 3, 7)]
    [InlineData("k: |-\n\n    one\n   \n      @ two\n", 5, 7)]
    [InlineData("k: |2 # c\n    one\n  two @\n", 3, 7)]
    [InlineData("k: |2\n     \n    one\n  two @\n", 4, 7)]
    [InlineData("k: >\n  one\n  two @\n", 3, 7)]
    [InlineData("k: >+\n\n  one\n\n    more\n  two @\n\n", 6, 7)]
    [InlineData("k: >1\n   one\n @\n", 3, 2)]
    [InlineData("- \"one\n\n\n two\" \n- [a, 'b\n  c @']", 6, 5)]
    public void A_character_of_a_value_is_found_in_the_text(string yaml, int line, int column)
    {
        foreach (var written in new[] { yaml, yaml.Replace("\n", "\r\n", System.StringComparison.Ordinal) })
        {
            var text = new SourceText(written);
            var scalar = Scalars(YamlReader.Read(text)).Single(static scalar => scalar.Value.Contains('@'));
            var map = YamlScalarMap.Of(text, scalar);
            var offset = scalar.Value.IndexOf('@', System.StringComparison.Ordinal);
            Assert.Equal(text.Offset(line, column), map.Offset(offset));
            Assert.Equal(new SourceSpan(line, column, line, column + 1), map.Span(offset, 1));
        }
    }

    [Fact]
    public void Characters_that_stand_as_they_are_are_found_as_they_are()
    {
        var text = new SourceText(
            "a: one\n  two\nb: 'x''y\n\n  z'\nc: \"p\\tq\n  r\\\n  s\"\nd: |\n\n   t\n    u\n   v\ne: >\n   f\n   g\n\n     h\n   i\n"
        );
        foreach (var scalar in Scalars(YamlReader.Read(text)))
        {
            var map = YamlScalarMap.Of(text, scalar);
            var previous = -1;
            for (var i = 0; i < scalar.Value.Length; i++)
            {
                var offset = map.Offset(i);
                Assert.True(offset >= previous);
                previous = offset;
                if (char.IsLetter(scalar.Value[i]))
                {
                    Assert.Equal(scalar.Value[i], text.Text[offset]);
                }
            }
        }
    }

    [Fact]
    public void Every_character_of_generated_text_is_found()
    {
        var random = new System.Random(20261124);
        for (var round = 0; round < 500; round++)
        {
            var text = new SourceText(YamlSamples.Generate(random));
            foreach (var scalar in Scalars(YamlReader.Read(text)))
            {
                var map = YamlScalarMap.Of(text, scalar);
                for (var i = 0; i < scalar.Value.Length; i++)
                {
                    var written = text.Text[map.Offset(i)];
                    var isFolded = scalar.Value[i] is ' ' or '\n' && written is '\r' or '\n';
                    Assert.True(
                        written == scalar.Value[i] || written == '\\' || isFolded,
                        $"{i} of '{scalar.Value}' is '{written}' in {text.Text}"
                    );
                }
            }
        }
    }

    [Fact]
    public void A_stretch_covers_the_escapes_that_stand_for_it()
    {
        var text = new SourceText("k: \"a\\x41b\\u0042\"");
        var map = YamlScalarMap.Of(text, (YamlScalar)YamlReader.Read(text).RootMapping!["k"]!);
        Assert.Equal("\\x41b\\u0042", text.Slice(map.Span(1, 3)));
        Assert.Equal("\\x41", text.Slice(map.Span(1, 1)));
        Assert.Equal("", text.Slice(map.Span(1, 0)));
        Assert.Equal(text.Text.Length - 1, map.Offset(4));
    }

    [Fact]
    public void Comments_are_kept_with_their_places()
    {
        var text = new SourceText(
            "# one\na: b # two\nc: | # three\n  # text\nd: [ # four\n  e] # five\nf: g#h '# no'\n"
        );
        var stream = YamlReader.Read(text);
        Assert.Null(stream.Problem);
        Assert.Equal(
            ["# one", "# two", "# three", "# four", "# five"],
            stream.Comments.Select(comment => text.Slice(comment.Span))
        );
    }

    private static System.Collections.Generic.IEnumerable<YamlScalar> Scalars(YamlStream stream)
    {
        Assert.Null(stream.Problem);
        var pending = new System.Collections.Generic.Stack<YamlNode>(stream.Documents);
        while (pending.TryPop(out var node))
        {
            switch (node)
            {
                case YamlScalar scalar:
                    yield return scalar;
                    break;
                case YamlSequence sequence:
                    sequence.Items.ToList().ForEach(pending.Push);
                    break;
                case YamlMapping mapping:
                    mapping.Entries.ToList().ForEach(entry => pending.Push(entry.Value));
                    break;
            }
        }
    }
}
