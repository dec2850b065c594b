using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Facts;

/// <summary>All readers' facts of one text, as a run collects them.</summary>
internal static class FactsOf
{
    public static List<Fact> Text(FileClass fileClass, string content)
    {
        var file = new ParsedFile(fileClass, Encoding.UTF8.GetBytes(content), new SourceText(content));
        var facts = new List<Fact>();
        foreach (var reader in FactReaders.All.Where(reader => reader.Classes.Contains(fileClass)))
        {
            reader.Read(file, facts);
        }

        return facts;
    }

    public static List<Fact> Yaml(string content) => Text(FileClass.Yaml, content);

    public static List<Fact> Python(string content) => Text(FileClass.Python, content);

    /// <summary>The facts as lines: kind, value, the text they stand at, and the owner's index where there is one.</summary>
    public static IEnumerable<string> Describe(string content, IEnumerable<Fact> facts)
    {
        var text = new SourceText(content);
        return facts.Select(fact =>
            $"{fact.Kind} '{fact.Value}' at '{text.Slice(fact.Span)}'"
            + (fact.Owner == Fact.NoOwner ? "" : $" of {fact.Owner}")
        );
    }
}
