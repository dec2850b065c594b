using System;
using System.Text;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Syntax.Yaml;

/// <summary>Texts written to keep a reader busy.</summary>
public sealed class HostileYamlTests
{
    [Theory]
    [InlineData("open brackets")]
    [InlineData("open braces")]
    [InlineData("open braces with keys")]
    [InlineData("brackets on lines")]
    [InlineData("explicit keys in brackets")]
    [InlineData("dashes")]
    [InlineData("question marks")]
    [InlineData("closing brackets")]
    [InlineData("double quote without end")]
    [InlineData("single quote without end")]
    [InlineData("shallow quotes")]
    [InlineData("shallow quotes without end")]
    [InlineData("shallow quote of many lines")]
    [InlineData("shallow quote far to the right")]
    [InlineData("one long line")]
    [InlineData("long flow sequence")]
    [InlineData("many flow mappings")]
    [InlineData("blank lines")]
    [InlineData("tabs")]
    [InlineData("document ends")]
    [InlineData("documents")]
    [InlineData("directives")]
    [InlineData("conflict markers")]
    [InlineData("anchors")]
    [InlineData("comments")]
    [InlineData("alias bomb")]
    [InlineData("colons")]
    [InlineData("colons in brackets")]
    [InlineData("explicit keys")]
    [InlineData("long key")]
    [InlineData("keys without colon")]
    [InlineData("long plain text")]
    [InlineData("blank lines in plain text")]
    [InlineData("blocks without text")]
    [InlineData("escapes")]
    [InlineData("tags")]
    [InlineData("anchors and then documents")]
    [InlineData("carriage returns")]
    [InlineData("lone surrogates")]
    [InlineData("byte-order marks")]
    public void Hostile_text_is_read_in_linear_time(string name) =>
        LinearTime.Holds(10_000, size => Text(name, size), yaml => YamlReader.Read(new SourceText(yaml)));

    [Fact]
    public void Deep_blocks_stop_at_the_limit()
    {
        var yaml = new StringBuilder();
        for (var depth = 0; depth < 2_000; depth++)
        {
            yaml.Append(' ', depth).Append("a:\n");
        }

        var stream = YamlReader.Read(new SourceText(yaml.ToString()));
        Assert.True(stream.IsLimit);
        Assert.Equal(YamlReader.MaxDepth + 1, stream.Problem!.Span.StartLine);
    }

    [Fact]
    public void An_alias_bomb_is_not_expanded()
    {
        var stream = YamlReader.Read(new SourceText(AliasBomb(200)));
        Assert.Null(stream.Problem);
        Assert.Equal(200, stream.RootMapping!.Entries.Length);
        Assert.Equal(9, ((YamlSequence)stream.RootMapping["k199"]!).Items.Length);
    }

    private static string AliasBomb(int levels)
    {
        var yaml = "k0: &k0 [x, x, x, x, x, x, x, x, x]\n";
        for (var level = 1; level < levels; level++)
        {
            var alias = $"*k{level - 1}";
            yaml +=
                $"k{level}: &k{level} [{string.Join(", ", alias, alias, alias, alias, alias, alias, alias, alias, alias)}]\n";
        }

        return yaml;
    }

    private static string Text(string name, int n) =>
        name switch
        {
            "open brackets" => Repeat("[", n),
            "open braces" => Repeat("{", n),
            "open braces with keys" => Repeat("{a: ", n),
            "brackets on lines" => Repeat("[\n", n),
            "explicit keys in brackets" => Repeat("[? ", n),
            "dashes" => Repeat("- ", n),
            "question marks" => Repeat("? ", n),
            "closing brackets" => Repeat("]", n),
            "double quote without end" => "a: \"" + Repeat("x y\n", n),
            "single quote without end" => "a: '" + Repeat("x\n\n", n),
            "shallow quotes" => Repeat("a: \"b\nc\"\n", n / 10),
            "shallow quotes without end" => Repeat("a: \"b\nc\n", n),
            "shallow quote of many lines" => "a: \"" + Repeat("b\n", n) + "\"",
            "shallow quote far to the right" => new string('k', 1000) + ": \"" + Repeat("b\n", n) + "\"",
            "one long line" => "a: " + Repeat("x ", n),
            "long flow sequence" => "[" + Repeat("a,", n) + "]",
            "many flow mappings" => Repeat("- {a: [b, c]}\n", n),
            "blank lines" => "a: |" + Repeat("\n", n) + "b: c",
            "tabs" => "a:" + Repeat("\t", n) + "b",
            "document ends" => Repeat("...\n", n),
            "documents" => Repeat("---\na\n", n),
            "directives" => Repeat("%TAG !a! x\n", n) + "---\na",
            "conflict markers" => "[" + Repeat("<<<<<<< ", n),
            "anchors" => Repeat("- &a b\n", n) + Repeat("- *a\n", n),
            "comments" => "a: &b\n" + Repeat("# c\n", n) + "  d: e",
            "alias bomb" => AliasBomb(n / 100),
            "colons" => Repeat(": ", n),
            "colons in brackets" => "[" + Repeat(": ,", n) + "]",
            "explicit keys" => Repeat("? a\n: b\n", n),
            "long key" => Repeat("k ", n) + ": v",
            "keys without colon" => "a: b\n" + Repeat("k\n", n),
            "long plain text" => "a:\n" + Repeat("  b c\n", n),
            "blank lines in plain text" => "a: b" + Repeat("\n", n) + "  c" + Repeat("\n", n) + "d: e",
            "blocks without text" => Repeat("- |\n", n) + "- |" + Repeat("\n", n),
            "escapes" => "a: \"" + Repeat("\\u00e9\\\n ", n) + "\"",
            "tags" => Repeat("- !a !", n),
            "anchors and then documents" => Names(n) + Repeat("---\n&a b\n", n),
            "carriage returns" => "a: |\r" + Repeat("  b\r", n) + Repeat("\r", n),
            "lone surrogates" => "a: " + Repeat("\uD83D \uDE00", n),
            "byte-order marks" => Repeat("\uFEFF", n) + "a: b",
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    private static string Names(int n)
    {
        var yaml = new StringBuilder();
        for (var name = 0; name < n; name++)
        {
            yaml.Append("- &n").Append(name).Append(" b\n");
        }

        return yaml.ToString();
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
