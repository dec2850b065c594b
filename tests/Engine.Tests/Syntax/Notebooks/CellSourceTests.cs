using System.Linq;
using System.Text;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Json;
using Governance.Engine.Syntax.Notebooks;

namespace Governance.Engine.Tests.Syntax.Notebooks;

/// <summary>The text of a cell, and where it stands.</summary>
public sealed class CellSourceTests
{
    [Theory]
    [InlineData("""["import os\n", "key = \"abc\"\n", "print(key)"]""", "import os\nkey = \"abc\"\nprint(key)")]
    [InlineData(
        """
            "import os\nkey = 'abc'"
            """,
        "import os\nkey = 'abc'"
    )]
    [InlineData("""["\u0041\u00e9\uD83D\uDE00\t\/"]""", "Aé😀\t/")]
    [InlineData("""["a", 1, "b"]""", "ab")]
    [InlineData("""["", ""]""", "")]
    public void Strings_are_joined_and_escapes_resolved(string source, string text) =>
        Assert.Equal(text, Read(source, out _)!.Text);

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[1]")]
    public void What_is_no_text_is_none(string source) => Assert.Null(Read(source, out _));

    [Fact]
    public void In_format_3_it_is_the_input()
    {
        var file = new SourceText(
            """{ "nbformat": 3, "nbformat_minor": 0, "worksheets": [{ "cells": [{ "cell_type": "code", "input": ["x\n", "y"] }] }] }"""
        );
        var cell = Notebook.Read(JsonReader.Read(file)).Cells.Single();
        Assert.Equal("x\ny", CellSource.Of(cell, file)!.Text);
    }

    [Theory]
    [InlineData("[\"import os\\n\",\n \"key = \\\"abc\\\"\\n\", \"print(key)\"]", "key", "key")]
    [InlineData("[\"import os\\n\",\n \"key = \\\"abc\\\"\\n\", \"print(key)\"]", "\"abc\"", "\\\"abc\\\"")]
    [InlineData("[\"import os\\n\",\n \"key = \\\"abc\\\"\\n\", \"print(key)\"]", "abc\"\n", "abc\\\"\\n")]
    [InlineData("[\"import os\\n\",\n \"key = 1\"]", "os\nkey", "os\\n\",\n \"key")]
    [InlineData("[\"\", \"a\\u00e9b\", \"\"]", "é", "\\u00e9")]
    [InlineData("[\"\", \"a\\u00e9b\", \"\"]", "b", "b")]
    [InlineData("\"az login\\n\"", "login\n", "login\\n")]
    public void A_stretch_has_its_place_in_the_file(string source, string stretch, string written)
    {
        var text = Read(source, out var file)!;
        var start = text.Text.IndexOf(stretch, System.StringComparison.Ordinal);
        Assert.Equal(written, file.Slice(text.Span(start, stretch.Length)));
    }

    [Fact]
    public void A_stretch_is_cut_to_the_text()
    {
        var text = Read("""["ab", "cd"]""", out var file)!;
        Assert.Equal("cd", file.Slice(text.Span(2, 100)));
        Assert.Equal("", file.Slice(text.Span(100, 5)));
        Assert.Equal("ab", file.Slice(text.Span(-3, 2)));
        Assert.Equal(text.Span(4, 0), text.Span(9, 9));
        Assert.Equal("", file.Slice(Read("\"\"", out file)!.Span(0, 1)));
    }

    [Fact]
    public void Every_character_of_a_long_source_is_found_in_a_moment()
    {
        var source = new StringBuilder("[");
        for (var line = 0; line < 20_000; line++)
        {
            source.Append("\"print(\\\"\\u00e9\\\")\\n\",");
        }

        var text = Read(source.Append("\"end\"]").ToString(), out var file)!;
        for (var at = 0; at < text.Text.Length; at += 7)
        {
            var written = file.Slice(text.Span(at, 1));
            Assert.True(written.Length == 1 ? written[0] == text.Text[at] : written[0] == '\\');
        }
    }

    private static CellSource? Read(string source, out SourceText file)
    {
        file = new SourceText(
            "{ \"cells\": [{ \"cell_type\": \"code\", \"source\": " + source + " }], \"nbformat\": 4 }"
        );
        return CellSource.Of(Notebook.Read(JsonReader.Read(file)).Cells.Single(), file);
    }
}
