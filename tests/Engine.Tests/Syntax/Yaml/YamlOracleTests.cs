using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
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
    // What YamlDotNet accepts and the reader does not, on purpose: the specification forbids it, and nearly always
    // something else was meant. By a part of the reader's message.
    private static readonly ImmutableArray<string> s_strictness =
    [
        // No space before a comment.
        "a space is expected before this '#'",
        // The same behind a quotation mark that ends text of several lines, where an end was likely forgotten.
        "this quotation mark is not closed, or the text in it is not indented",
        // A tab between indicators, where it stands for indentation.
        "a tab stands where YAML takes spaces only",
        // A directive without a document marker, or within a document; YamlDotNet passes over those it does not know.
        "'---' is expected between the directives",
        "'---' and a document are expected behind the directives",
        "a directive may stand at the beginning and behind '...' only",
        // Plain text that begins with a reserved character or, within brackets, with a block's '|' or '>'; names of tags
        // and anchors with brackets or commas.
        "a value that starts with '",
        // Nothing between an entry that ends with a bracket or quote and the next one.
        "a ',' or '",
        "a ',' is missing behind it",
        // An alias or anchor right behind a quotation mark.
        "a ':' is expected behind this key",
        "only a comment may follow the value that ends before this",
    ];

    // What YamlDotNet reads otherwise than the specification says.
    private static readonly ImmutableArray<Regex> s_otherwise =
    [
        // It drops the colon that plain text begins with (':c'), and misreads empty keys (': c').
        new(@"(^|[\s,\[{?-]):", RegexOptions.CultureInvariant),
        // A key right before a bracket or comma keeps its colon ('[a, k:]').
        new(@":[\]},]", RegexOptions.CultureInvariant),
        // A document that is a block: it loses indentation.
        new(@"(^|---)\s*([!&]\w+ )*[|>]", RegexOptions.CultureInvariant),
        // A key with an asterisk in it and nothing behind it.
        new(@"\*[^\r\n]*:\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline),
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
        for (var round = 0; round < 10_000; round++)
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
            if (actual != expected && !s_otherwise.Any(kind => kind.IsMatch(yaml)))
            {
                failures.Add($"OTHERWISE {Show(yaml)}\n{expected}\n{actual}");
            }
        }

        Assert.True(
            failures.Count == 0,
            string.Join("\n", failures.OrderBy(static failure => failure.Length).Take(25).Prepend($"{failures.Count}"))
        );
        Assert.InRange(agreed, 1_000, 10_000);
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
                text.Append(Properties(scalar.Anchor, scalar.Tag is not null))
                    .Append(Show(scalar.Value))
                    .Append(scalar.Style);
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
                        var properties = Properties(
                            scalar.Anchor.IsEmpty ? null : scalar.Anchor.Value,
                            !scalar.Tag.IsEmpty
                        );
                        if (
                            depth > 0
                            || properties.Length > 0
                            || scalar.Value.Length > 0
                            || scalar.Style != ScalarStyle.Plain
                        )
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
