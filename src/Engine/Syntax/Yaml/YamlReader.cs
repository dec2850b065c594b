using System;
using System.IO;
using YamlDotNet.Core;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Reads YAML 1.2 text into a tree with exact spans. It never throws, whatever the text.</summary>
public static class YamlReader
{
    /// <summary>How deep collections may nest; deeper text is a problem, not a crash.</summary>
    public const int MaxDepth = 256;

    /// <summary>How many nodes a text may hold; reading stops there with a problem.</summary>
    public const int MaxNodes = 1_000_000;

    /// <summary>
    /// Reads all documents of a text. What was read before a problem is kept; collections it left open end with their
    /// last node.
    /// </summary>
    public static YamlStream Read(SourceText text)
    {
        // A YAML stream holds no NUL (https://yaml.org/spec/1.2.2/#51-character-set), and YamlDotNet takes one for the end.
        var nul = text.Text.IndexOf('\0');
        var input = new YamlInput(nul < 0 ? text.Text : text.Text.Substring(0, nul));
        var places = new YamlPlaces(text, input);
        while (true)
        {
            var tokens = new YamlTokens(new Scanner(new StringReader(input.Given)));
            var builder = new YamlTreeBuilder(places, tokens);
            var failure = Build(new Parser(tokens), builder);
            if (
                failure is YamlException exception
                && YamlProblems.IsShallowQuote(exception)
                && input.TryIndent(places.Offset(exception.Start))
            )
            {
                continue;
            }

            var problem = builder.Limit ?? (failure is null ? null : YamlProblems.Describe(failure, builder, places));
            if (problem is null && nul >= 0)
            {
                problem = new SyntaxProblem("a NUL character stands in the text", text.Span(nul, 1));
            }

            return new YamlStream(builder.Finish(), problem)
            {
                IsLimit = builder.Limit is not null,
                IsTemplate = problem is not null && IsTemplate(text.Line(problem.Span.StartLine)),
            };
        }
    }

    private static bool IsTemplate(string line) =>
        line.IndexOf("{{", StringComparison.Ordinal) >= 0 || line.IndexOf("{%", StringComparison.Ordinal) >= 0;

    // The scanner looks at most one key (1,024 characters) ahead of the events, so stopping between two events bounds
    // what brackets without end can cost: its time per token grows with the depth.
    private static Exception? Build(Parser parser, YamlTreeBuilder builder)
    {
        do
        {
            try
            {
                if (!parser.MoveNext())
                {
                    return null;
                }
            }
            // On some malformed text YamlDotNet fails by accident (InvalidOperationException on an unclosed bracket,
            // ArgumentOutOfRangeException on an impossible code point); which ones is nobody's contract.
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return exception;
            }
        } while (builder.Add(parser.Current!));

        return null;
    }
}
