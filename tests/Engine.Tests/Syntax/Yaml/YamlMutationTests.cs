using System;
using System.Collections.Generic;
using FsCheck;
using FsCheck.Fluent;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Tests.Syntax.Yaml;

public sealed class YamlMutationTests
{
    private const string Seed = """
        # é😀 comment
        on: { push: [main, 'dev'], "pull": }
        jobs:
          build: &job !tag
            name: "a \u00e9 b
              c"
            steps:
            - run: |
                echo "x: [y]"

              with: [a: b, {c: *job}]
            -   script: >-
                  folded
                  text
          ? complex
          : - - nested
              - *job
        ---
        - other
        ...
        """;

    private static readonly string[] s_pieces =
    [
        .. YamlSamples.Indicators,
        "!",
        "!!str ",
        "`",
        "\0",
        "\uFEFF",
        "\u2028",
        "\u0085",
        "😀",
        "\uD83D",
        "é",
        "<<<<<<< x\n",
    ];

    [Fact]
    public void Mutated_text_is_read_without_exceptions_and_its_spans_hold()
    {
        var random = new Random(20260417);
        for (var round = 0; round < 5_000; round++)
        {
            var text = Seed;
            for (var mutation = random.Next(1, 6); mutation > 0; mutation--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)),
                    1 => text.Insert(at, s_pieces[random.Next(s_pieces.Length)]),
                    _ => text.Insert(at, text.Substring(at / 2, Math.Min(20, text.Length - at / 2))),
                };
            }

            AssertHolds(text);
        }
    }

    [Fact]
    public void Any_text_is_read_without_exceptions_and_its_spans_hold()
    {
        var piece = Gen.OneOf(Gen.Elements(s_pieces), Gen.Elements("a", "b c", "key", "0"));
        var property = Prop.ForAll(
            Gen.Select(Gen.ListOf(piece), pieces => string.Concat(pieces)).ToArbitrary(),
            text =>
            {
                AssertHolds(text);
                return true;
            }
        );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), property);
    }

    private static void AssertHolds(string yaml)
    {
        var text = new SourceText(yaml);
        var stream = YamlReader.Read(text);
        if (stream.Problem is { } problem)
        {
            Assert.NotEmpty(problem.Message);
            Assert.InRange(problem.Span.StartLine, 1, text.LineCount);
        }

        var pending = new Stack<YamlNode>(stream.Documents);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            Assert.True(Ordered(node.Span), $"{node.Span} of {Show(yaml)}");
            switch (node)
            {
                case YamlScalar scalar:
                    AssertScalar(text, scalar);
                    break;
                case YamlSequence sequence:
                    foreach (var item in sequence.Items)
                    {
                        AssertWithin(item, sequence.Span, yaml);
                        pending.Push(item);
                    }

                    break;
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        AssertWithin(entry.Key, mapping.Span, yaml);
                        AssertWithin(entry.Value, mapping.Span, yaml);
                        pending.Push(entry.Key);
                        pending.Push(entry.Value);
                    }

                    break;
                default:
                    Assert.StartsWith("*", text.Slice(node.Span), StringComparison.Ordinal);
                    break;
            }
        }
    }

    private static void AssertScalar(SourceText text, YamlScalar scalar)
    {
        var slice = text.Slice(scalar.Span);
        switch (scalar.Style)
        {
            case YamlScalarStyle.Plain:
                // A text of several lines is folded.
                Assert.True(
                    slice == scalar.Value || slice.AsSpan().IndexOfAny("\r\n\u0085\u2028\u2029") >= 0,
                    $"'{Show(slice)}' is not '{Show(scalar.Value)}' in {Show(text.Text)}"
                );
                break;
            case YamlScalarStyle.Literal or YamlScalarStyle.Folded:
                Assert.True(slice[0] == (scalar.Style == YamlScalarStyle.Literal ? '|' : '>'), Show(slice));
                break;
            default:
                var quote = scalar.Style == YamlScalarStyle.SingleQuoted ? '\'' : '"';
                Assert.True(slice.Length >= 2 && slice[0] == quote && slice[^1] == quote, Show(slice));
                break;
        }
    }

    private static void AssertWithin(YamlNode node, SourceSpan outer, string yaml)
    {
        var starts = new SourceSpan(outer.StartLine, outer.StartColumn, 0, 0);
        var isWithin =
            node.Span >= starts
            && (node.Span.EndLine, node.Span.EndColumn).CompareTo((outer.EndLine, outer.EndColumn)) <= 0;
        Assert.True(isWithin, $"{node.Span} is not within {outer} of {Show(yaml)}");
    }

    private static bool Ordered(SourceSpan span) =>
        (span.StartLine, span.StartColumn).CompareTo((span.EndLine, span.EndColumn)) <= 0;

    private static string Show(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
