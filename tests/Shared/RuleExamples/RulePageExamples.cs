using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Governance.Tests.RuleExamples;

/// <summary>Reads the examples out of a rule page.</summary>
public static class RulePageExamples
{
    private const string BasePrefix = "base=";

    private const string MinimalNotebook = """
        {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}

        """;

    /// <summary>All examples below <c>## Reported</c> and <c>## Accepted</c>, in the order of the page.</summary>
    public static IReadOnlyList<RuleExample> Read(string page)
    {
        var body = page[(page.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
        var examples = new List<RuleExample>();
        string? section = null;
        var title = "";
        var blocks = new List<FencedCodeBlock>();
        foreach (var block in Markdown.Parse(body))
        {
            if (block is HeadingBlock { Level: 2 or 3 } heading)
            {
                Flush();
                title = TextOf(heading);
                section = heading.Level == 2 ? title : section;
            }
            else if (block is FencedCodeBlock code && section is "Reported" or "Accepted")
            {
                blocks.Add((FencedCodeBlock)block);
            }
        }

        Flush();
        return examples;

        void Flush()
        {
            if (blocks.Count > 0)
            {
                examples.Add(Example(title, section == "Reported", blocks));
                blocks.Clear();
            }
        }
    }

    private static RuleExample Example(string title, bool isReported, IEnumerable<FencedCodeBlock> blocks)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var baseFiles = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var expected = ImmutableArray.CreateBuilder<ExpectedFinding>();
        foreach (var block in blocks)
        {
            var text = FilledText.Fill(block.Lines.ToString());
            if (block.Info == "tree")
            {
                foreach (var line in text.Split('\n').Where(static line => line.Trim().Length > 0))
                {
                    var path = Marks.Strip(line, out var marks).Trim();
                    if (path != "." && !path.EndsWith('/'))
                    {
                        files[path] = path.EndsWith(".ipynb", StringComparison.Ordinal) ? MinimalNotebook : "";
                    }

                    expected.AddRange(marks.Select(mark => mark.At(path.TrimEnd('/'), null, null)));
                }
            }
            else if (block.Arguments is { } arguments && arguments.StartsWith(BasePrefix, StringComparison.Ordinal))
            {
                baseFiles[arguments[BasePrefix.Length..]] = text + "\n";
            }
            else
            {
                var path = PathOf(block);
                files[path] = Marks.StripAll(text, path, expected) + "\n";
            }
        }

        return new RuleExample(title, isReported, files.ToImmutable(), expected.ToImmutable(), baseFiles.ToImmutable());
    }

    private static string PathOf(FencedCodeBlock block) =>
        block.Arguments is { } arguments && arguments.StartsWith("path=", StringComparison.Ordinal)
            ? arguments["path=".Length..]
            : throw new FormatException($"line {block.Line + 1}: an example's block is a tree or names its path=");

    private static string TextOf(HeadingBlock heading) =>
        string.Concat(
            heading.Inline!.Descendants<LiteralInline>().Select(static literal => literal.Content.ToString())
        );
}
