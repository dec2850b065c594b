using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Tests.Syntax.Json;

public sealed class HostileJsonTests
{
    /// <summary>Pieces that make texts which are nearly JSON.</summary>
    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "00e9",
        "\"a\"",
        "\"\\n\"",
        "1",
        "-",
        ".",
        "e",
        "0",
        "true",
        "nul",
        "NaN",
        " ",
        "\n",
        "\r",
        "\t",
        "\0",
        "\u001f",
        "<<<<<<<",
        "\n=======\n",
        "//",
        "'",
        "\ud800",
        "\udc00",
        "é",
        "😀",
    ];

    private const string Valid =
        """{"a": [0, -1.5e+3, true, false, null, "x\u00e9\n", {}], "b": {"c": [], "d": "😀"}, "": [[1], [2, 3]]}""";

    [Fact]
    public void Agrees_with_another_reader_on_texts_of_random_pieces() =>
        Agrees(Gen.Elements(Pieces).ListOf().Select(static pieces => string.Concat(pieces)));

    [Fact]
    public void Agrees_with_another_reader_on_texts_one_edit_away_from_JSON() =>
        Agrees(
            from start in Gen.Choose(0, Valid.Length)
            from length in Gen.Choose(0, Math.Min(2, Valid.Length - start))
            from piece in Gen.Elements([.. Pieces, "", "", ""])
            select Valid.Remove(start, length).Insert(start, piece)
        );

    private static void Agrees(Gen<string> texts) =>
        Prop.ForAll(
                texts.ToArbitrary(),
                static text =>
                    HasLoneSurrogate(text) || (JsonReader.Read(new SourceText(text)).Problem is null) == IsJson(text)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Nesting_is_read_up_to_its_limit_and_stopped_there(string open, string close)
    {
        Assert.Null(Read(Nested(open, close, JsonReader.MaxDepth)).Problem);
        var problem = Read(Nested(open, close, JsonReader.MaxDepth + 1)).Problem;
        Assert.Equal("objects and arrays nest more than 256 deep here", problem!.Message);
        Assert.Equal((open.Length * JsonReader.MaxDepth) + 1, problem.Span.StartColumn);
        Assert.NotNull(Read(Nested(open, close, 10_000)).Problem);
        Assert.NotNull(Read(string.Concat(Enumerable.Repeat(open, 100_000))).Problem);
    }

    [Fact]
    public void A_long_string_is_not_copied()
    {
        var text = new SourceText("[\"" + new string('A', 20_000_000) + "\"]");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var tree = JsonReader.Read(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Null(tree.Problem);
        Assert.Equal(20_000_002, ((JsonArray)tree.Root!).Items[0].Length);
        Assert.True(allocated < 10_000, $"{allocated} bytes were allocated");
    }

    [Theory]
    [InlineData("[", ",1", "]")]
    [InlineData("[\"", "\\n", "\"]")]
    [InlineData("[", ",\"a\"", "")]
    [InlineData("{\"a\":0", ",\"a\":1", "}")]
    [InlineData("", "{\"a\":[", "")]
    [InlineData("", "\n\n \n", "[")]
    public void Time_is_linear_in_the_text(string head, string repeated, string tail)
    {
        var text = head + string.Concat(Enumerable.Repeat(repeated, 1_000_000)) + tail;
        var watch = Stopwatch.StartNew();
        JsonReader.Read(new SourceText(text.Replace("[,", "[", StringComparison.Ordinal)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void Lone_surrogates_stay_what_they_are()
    {
        var list = (JsonArray)Read("[\"\\ud83d\\ude00\", \"\\ude00x\", \"a\ud800\"]").Root!;
        Assert.Equal("😀", ((JsonString)list.Items[0]).Value);
        Assert.Equal("\ude00x", ((JsonString)list.Items[1]).Value);
        Assert.Equal("a\ud800", ((JsonString)list.Items[2]).Value);
    }

    private static JsonTree Read(string text) => JsonReader.Read(new SourceText(text));

    private static string Nested(string open, string close, int depth)
    {
        var inner = open == "[" ? "" : "1";
        var levels = Enumerable.Repeat(open, depth);
        return string.Concat(levels) + inner + string.Concat(Enumerable.Repeat(close, depth));
    }

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
