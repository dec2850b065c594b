using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Governance.Engine.Tests.Syntax.Yaml;

/// <summary>
/// Holds the reader against YamlDotNet, which GitHub and Azure Pipelines read with: texts made at random must be accepted
/// by both, and texts broken at random must mean the same where both accept them.
/// </summary>
public sealed class YamlOracleTests
{
    // Texts that YamlDotNet accepts and the reader does not, on purpose: the specification forbids them, and nearly
    // always something else was meant.
    private static readonly string[] s_strictness =
    [
        // A comment needs a space before it; YamlDotNet asks for one within brackets only.
        "a space is expected before this '#'",
        // Tabs between indicators stand for indentation there.
        "a tab stands where YAML takes spaces only",
        // '%FOO' without a document marker; YamlDotNet passes over directives it does not know.
        "'---' is expected between the directives",
        "'---' and a document are expected behind the directives",
        // '!a,b' and '&a,b': flow indicators are no part of names.
        "a value that starts with '!' must be quoted",
        "a value that starts with '&' must be quoted",
    ];

    [Fact]
    public void Generated_text_is_read_as_YamlDotNet_reads_it()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 3_000; round++)
        {
            var yaml = YamlSamples.Generate(random);
            var expected = Oracle(yaml);
            Assert.True(expected is not null, $"YamlDotNet rejects {Show(yaml)}");
            var stream = YamlReader.Read(new SourceText(yaml));
            Assert.True(stream.Problem is null, $"{stream.Problem} in {Show(yaml)}");
            Assert.True(expected == Describe(stream), $"{Show(yaml)}\n{expected}\n{Describe(stream)}");
        }
    }

    [Fact]
    public void Mutated_text_is_read_as_YamlDotNet_reads_it()
    {
        var random = new Random(20261123);
        var agreed = 0;
        var failures = new List<string>();
        for (var round = 0; round < 20_000; round++)
        {
            var yaml = YamlSamples.Mutate(random, YamlSamples.Generate(random));
            var stream = YamlReader.Read(new SourceText(yaml));
            if (Oracle(yaml) is not { } expected)
            {
                continue;
            }

            if (stream.Problem is { } problem)
            {
                if (!s_strictness.Any(part => problem.Message.Contains(part, StringComparison.Ordinal)))
                {
                    failures.Add($"REJECTED {Show(yaml)}\n{problem}");
                }

                continue;
            }

            agreed++;
            var actual = Describe(stream);
            if (actual != expected)
            {
                failures.Add($"OTHERWISE {Show(yaml)}\n{expected}\n{actual}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures.OrderBy(static failure => failure.Length).Take(25).Prepend($"{failures.Count}")));
        Assert.InRange(agreed, 2_000, 20_000);
    }

    private static string Describe(YamlStream stream)
    {
        var text = new StringBuilder();
        foreach (var document in stream.Documents)
        {
            Describe(document, text);
        }

        return text.ToString();
    }

    private static void Describe(YamlNode node, StringBuilder text)
    {
        switch (node)
        {
            case YamlScalar scalar:
                text.Append(Properties(scalar.Anchor, scalar.Tag is not null)).Append(Show(scalar.Value)).Append(scalar.Style);
                break;
            case YamlAlias alias:
                text.Append('*').Append(alias.Name);
                break;
            case YamlSequence sequence:
                text.Append(Properties(sequence.Anchor, sequence.Tag is not null)).Append('[');
                foreach (var item in sequence.Items)
                {
                    Describe(item, text);
                }

                text.Append(']');
                break;
            case YamlMapping mapping:
                text.Append(Properties(mapping.Anchor, mapping.Tag is not null)).Append('{');
                foreach (var entry in mapping.Entries)
                {
                    Describe(entry.Key, text);
                    Describe(entry.Value, text);
                }

                text.Append('}');
                break;
        }

        text.Append(' ');
    }

    // Null when YamlDotNet rejects the text.
    private static string? Oracle(string yaml)
    {
        var text = new StringBuilder();
        var parser = new Parser(new StringReader(yaml));
        try
        {
            var depth = 0;
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case Scalar scalar:
                        var properties = Properties(scalar.Anchor.IsEmpty ? null : scalar.Anchor.Value, !scalar.Tag.IsEmpty);
                        if (depth > 0 || properties.Length > 0 || scalar.Value.Length > 0 || scalar.Style != ScalarStyle.Plain)
                        {
                            text.Append(properties).Append(Show(scalar.Value)).Append(scalar.Style).Append(' ');
                        }

                        break;
                    case AnchorAlias alias:
                        text.Append('*').Append(alias.Value.Value).Append(' ');
                        break;
                    case NodeEvent node and (SequenceStart or MappingStart):
                        depth++;
                        text.Append(Properties(node.Anchor.IsEmpty ? null : node.Anchor.Value, !node.Tag.IsEmpty))
                            .Append(node is SequenceStart ? '[' : '{');
                        break;
                    case SequenceEnd:
                        depth--;
                        text.Append("] ");
                        break;
                    case MappingEnd:
                        depth--;
                        text.Append("} ");
                        break;
                }
            }

            return text.ToString();
        }
        // On some malformed text YamlDotNet fails by accident, with exceptions that are nobody's contract.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static string Properties(string? anchor, bool hasTag) =>
        (anchor is null ? "" : $"&{anchor} ") + (hasTag ? "! " : "");

    private static string Show(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
