using System;

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
        // A YAML stream holds no NUL (https://yaml.org/spec/1.2.2/#51-character-set).
        var nul = text.Text.IndexOf('\0');
        var cursor = new YamlCursor(text, nul < 0 ? text.Text.Length : nul);
        var tree = new YamlTree(cursor);
        var leaves = new YamlLeafReader(cursor, tree);
        var properties = new YamlPropertyReader(cursor, tree);
        var flowProblems = new YamlFlowProblems(cursor, tree);
        var entries = new YamlFlowEntries(cursor, tree, flowProblems);
        var flow = new YamlFlowParser(cursor, tree, leaves, properties, entries, flowProblems);
        var blocks = new YamlBlockParser(cursor, tree, new YamlBlockNodes(cursor, tree, leaves, flow, properties));
        new YamlDocuments(cursor, tree, blocks, properties).Read();

        var problem = cursor.Problem;
        if (problem is not null && !cursor.IsLimit)
        {
            problem = YamlProblems.FindConflict(text, cursor.Pos) ?? problem;
        }
        else if (problem is null && nul >= 0)
        {
            problem = new SyntaxProblem("a NUL character stands in the text", text.Span(nul, 1));
        }

        return new YamlStream(tree.Finish(), problem)
        {
            IsLimit = cursor.IsLimit,
            IsTemplate = problem is not null && IsTemplate(text.Line(problem.Span.StartLine)),
            Comments = cursor.Comments,
        };
    }

    private static bool IsTemplate(string line) =>
        line.IndexOf("{{", StringComparison.Ordinal) >= 0 || line.IndexOf("{%", StringComparison.Ordinal) >= 0;
}
