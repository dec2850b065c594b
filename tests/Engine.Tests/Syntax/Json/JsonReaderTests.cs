using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Tests.Syntax.Json;

public sealed class JsonReaderTests
{
    [Fact]
    public void Values_know_their_places()
    {
        var tree = Read("{\n  \"a\": [1, true, null],\n  \"b\\n\": \"\\u00e9\\\"\"\n}");
        Assert.Null(tree.Problem);
        var root = Assert.IsType<JsonObject>(tree.Root);
        var list = Assert.IsType<JsonArray>(root["a"]);
        Assert.Equal(new SourceSpan(2, 8, 2, 23), tree.Span(list));
        Assert.Equal(1, Assert.IsType<JsonNumber>(list.Items[0]).WholeNumber);
        Assert.Equal(JsonLiteralKind.True, Assert.IsType<JsonLiteral>(list.Items[1]).Kind);
        Assert.Equal(JsonLiteralKind.Null, Assert.IsType<JsonLiteral>(list.Items[2]).Kind);
        var text = Assert.IsType<JsonString>(root["b\n"]);
        Assert.Equal("é\"", text.Value);
        Assert.Equal("\\u00e9\\\"", text.Raw.ToString());
        Assert.Equal(new SourceSpan(3, 10, 3, 20), tree.Span(text));
        Assert.Equal(new SourceSpan(1, 1, 4, 2), tree.Span(root));
    }

    [Fact]
    public void Of_members_with_one_name_the_last_counts_and_all_are_kept()
    {
        var root = Assert.IsType<JsonObject>(Read("""{"a": 1, "\u0061": 2}""").Root);
        Assert.Equal(2, root.Members.Length);
        Assert.Equal("2", Assert.IsType<JsonNumber>(root["a"]).Text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("10.50")]
    [InlineData("-1.5e+10")]
    [InlineData("1E5")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\/\\b\\f\\n\\r\\t\u007f\ufffd😀\"")]
    [InlineData(" \t\r\n[ ] ")]
    [InlineData("{ }")]
    public void Is_JSON(string text)
    {
        Assert.Null(Read(text).Problem);
        using var reference = System.Text.Json.JsonDocument.Parse(text);
    }

    [Theory]
    [InlineData("", 1, 1, "the file is empty")]
    [InlineData(" \n", 1, 1, "nothing but white space")]
    [InlineData("[1,]", 1, 3, "a comma stands before the ']' of the array")]
    [InlineData("{\"a\": 1,\n}", 1, 8, "a comma stands before the '}' of the object")]
    [InlineData("[1 2]", 1, 4, "'2' stands where a comma or the ']' of the array was expected")]
    [InlineData("[,]", 1, 2, "',' stands where a value was expected")]
    [InlineData("{\"a\" 1}", 1, 6, "'1' stands where a colon after the name \"a\" was expected")]
    [InlineData("{a: 1}", 1, 2, "'a' stands where a name in double quotes was expected")]
    [InlineData("['a']", 1, 2, "a single quote stands where a value was expected")]
    [InlineData("[NaN]", 1, 2, "'NaN' is a number in Python")]
    [InlineData("[-Infinity]", 1, 2, "'-Infinity' is a number in Python")]
    [InlineData("[01]", 1, 2, "'01' is not a JSON number")]
    [InlineData("[1.]", 1, 2, "'1.' is not a JSON number")]
    [InlineData("[0x1F]", 1, 2, "'0x1F' is not a JSON number")]
    [InlineData("[.5]", 1, 2, "'.5' stands where a value was expected")]
    [InlineData("[+1]", 1, 2, "'+1' stands where a value was expected")]
    [InlineData("[True]", 1, 2, "'True' stands where a value was expected")]
    [InlineData("[nulls]", 1, 2, "'nulls' stands where a value was expected")]
    [InlineData("// x\n[]", 1, 1, "a comment stands where a value was expected")]
    [InlineData("[1 # x\n]", 1, 4, "a comment stands where a comma or the ']' of the array was expected")]
    [InlineData("[]\n[]", 2, 1, "'[' stands where the end of the file was expected")]
    [InlineData("{\n\"a\": [\n1", 3, 2, "the file ends inside the array that begins on line 2")]
    [InlineData("{\"a\":", 1, 6, "the file ends where a value was expected")]
    [InlineData("[\"abc", 1, 2, "the file ends inside the string that begins here")]
    [InlineData("[\"abc\n\"]", 1, 2, "the string that begins here is not closed on its line")]
    [InlineData("[\"a\tb\"]", 1, 4, "the control character U+0009 stands in a string")]
    [InlineData("[\"\\x\"]", 1, 3, "'\\x' is not an escape that JSON knows")]
    [InlineData("[\"\\u12g4\"]", 1, 3, "not followed by four hexadecimal digits")]
    [InlineData("[\"\\", 1, 3, "a backslash ends the line inside a string")]
    [InlineData("[1,\n<<<<<<< HEAD\n2]", 2, 1, "a conflict marker of Git stands here: <<<<<<<")]
    [InlineData("[1\n=======\n2]", 2, 1, "a conflict marker of Git stands here: =======")]
    [InlineData("\0[]", 1, 1, "the character U+0000 stands where a value was expected")]
    [InlineData("[😀]", 1, 2, "'😀' stands where a value was expected")]
    public void Says_what_stands_there_and_what_was_expected(string text, int line, int column, string message)
    {
        var problem = Read(text).Problem;
        Assert.NotNull(problem);
        Assert.Contains(message, problem.Message, System.StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Span.StartLine, problem.Span.StartColumn));
    }

    [Fact]
    public void What_was_read_before_the_problem_is_kept()
    {
        var root = Assert.IsType<JsonObject>(Read("""{"a": [1, {"b": 2}, oops""").Root);
        var list = Assert.IsType<JsonArray>(root["a"]);
        Assert.Equal(2, list.Items.Length);
        Assert.Equal("2", ((JsonNumber)((JsonObject)list.Items[1])["b"]!).Text);
    }

    private static JsonTree Read(string text) => JsonReader.Read(new SourceText(text));
}
