using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Governance.Engine.Analysis;

namespace Governance.Engine.Tests.Notebooks;

public sealed class InvalidNotebookTests
{
    private const string Valid = """
        {
         "cells": [
          {"cell_type": "markdown", "id": "a", "metadata": {"tags": ["x"]}, "source": ["# Überschrift 😀\n", "\ud83d\ude00"]},
          {"cell_type": "code", "id": "b", "metadata": {}, "execution_count": 1, "source": "print(1)",
           "outputs": [{"output_type": "stream", "name": "stdout", "text": ["1\n"]},
                       {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": "1"}}]}
         ],
         "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}, "language_info": {"name": "python"}},
         "nbformat": 4, "nbformat_minor": 5
        }
        """;

    [Fact]
    public void A_valid_notebook_is_not_reported() => Assert.Empty(CheckRun.On(Valid, "GOV0205"));

    [Fact]
    public void A_notebook_cut_at_any_byte_is_reported()
    {
        var bytes = Encoding.UTF8.GetBytes(Valid);
        for (var length = 0; length < bytes.Length; length++)
        {
            var findings = CheckRun.On(bytes[..length], "GOV0205");
            Assert.Contains(
                findings,
                finding => finding.Message.StartsWith("The notebook is not valid JSON", StringComparison.Ordinal)
            );
            Assert.Empty(CheckRun.On(bytes[..length], "GOV0203"));
            Assert.Empty(CheckRun.On(bytes[..length], "GOV0206"));
        }
    }

    [Fact]
    public void Whatever_stands_in_place_of_a_value_no_check_throws_and_flaws_have_places()
    {
        var paths = Paths(JsonNode.Parse(Valid)!).ToArray();
        var values = new[] { "null", "true", "-1", "1.5", "\"\"", "\"code\"", "[]", "[1]", "{}", "{\"a\": {}}", "3" };
        Prop.ForAll(
                (
                    from path in Gen.Elements(paths)
                    from value in Gen.Elements(values)
                    select (path, value)
                ).ToArbitrary(),
                static change =>
                {
                    var root = JsonNode.Parse(Valid)!;
                    Replace(root, change.path, change.value);
                    var findings = new[] { "GOV0203", "GOV0205", "GOV0206" }
                        .SelectMany(rule => CheckRun.On(root.ToJsonString(), rule))
                        .ToArray();
                    return findings.All(finding => finding.Span is { StartColumn: >= 1 } && finding.Message.Length > 0)
                        && findings.Select(finding => finding.Content).Distinct().Count() == findings.Length;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Members_written_twice_count_once_as_for_Jupyter()
    {
        var twice = Valid.Replace("\"nbformat\": 4,", "\"nbformat\": 2, \"nbformat\": 4,", StringComparison.Ordinal);
        Assert.Empty(CheckRun.On(twice, "GOV0205"));
    }

    [Fact]
    public void UTF_16_is_reported()
    {
        var finding = CheckRun.On([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Valid)], "GOV0205").Single();
        Assert.Contains("encoded in UTF-16", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_reported()
    {
        var finding = CheckRun.On([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Valid)], "GOV0205").Single();
        Assert.Contains("byte-order mark", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_UTF_8_is_reported_where_it_stands_and_a_replacement_character_is_not()
    {
        var written = Valid.Replace("print(1)", "print('ü\ufffd')", StringComparison.Ordinal);
        Assert.Empty(CheckRun.On(written, "GOV0205"));
        var bytes = Encoding.UTF8.GetBytes(written.Replace("python3", "pyth\u007fn3", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)0x7f)] = 0xE9;
        var finding = CheckRun.On(bytes, "GOV0205").Single();
        Assert.Contains("not valid UTF-8", finding.Message, StringComparison.Ordinal);
        Assert.Equal((8, 43), (finding.Span!.Value.StartLine, finding.Span.Value.StartColumn));
    }

    [Fact]
    public void Flaws_of_one_kind_are_one_finding_with_a_few_places()
    {
        var cell = """{"cell_type": "code", "id": "?", "metadata": {}, "execution_count": null, "source": []}""";
        var cells = string.Join(
            ",\n",
            Enumerable.Range(0, 300).Select(i => cell.Replace("?", "c" + i, StringComparison.Ordinal))
        );
        FileFinding finding = CheckRun
            .On($$"""{"cells": [{{cells}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""", "GOV0205")
            .Single();
        Assert.Equal("Cell 1 has no 'outputs', and 299 more like it", finding.Message);
        Assert.Equal(5, finding.Related.Length);
    }

    private static System.Collections.Generic.IEnumerable<string> Paths(JsonNode node)
    {
        var children = node switch
        {
            JsonObject map => map.Select(static pair => pair.Value!),
            JsonArray list => list.Select(static item => item!),
            _ => [],
        };
        return children.SelectMany(static child => Paths(child).Prepend(child.GetPath()));
    }

    private static void Replace(JsonNode node, string path, string value)
    {
        if (node.GetPath() == path)
        {
            node.ReplaceWith(JsonNode.Parse(value));
            return;
        }

        var children = node switch
        {
            JsonObject map => map.Select(static pair => pair.Value).ToArray(),
            JsonArray list => list.ToArray(),
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>())
        {
            Replace(child, path, value);
        }
    }
}
