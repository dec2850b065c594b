using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Notebooks;

/// <summary>Runs one file check on one notebook.</summary>
internal static class CheckRun
{
    public static List<FileFinding> On(
        string notebook,
        string ruleId,
        params (string Name, OptionValue Value)[] options
    ) => On(Encoding.UTF8.GetBytes(notebook), ruleId, options);

    public static List<FileFinding> On(byte[] bytes, string ruleId, params (string Name, OptionValue Value)[] options)
    {
        var findings = new List<FileFinding>();
        var check = RuleCatalog.Checks.OfType<FileCheck>().Single(check => check.Id == ruleId);
        var defaults = RuleCatalog.Find(ruleId)!.Options;
        check.Run(
            new FileCheckContext(
                ruleId,
                new ParsedFile(FileClass.Notebook, bytes, SourceText.TryDecode(bytes)!),
                defaults.With(options.Select(static option => new RuleOption(option.Name, option.Value))),
                findings
            )
        );
        return findings;
    }

    /// <summary>The text after all edits of a fix.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var source = new SourceText(text);
        var result = new StringBuilder(text);
        foreach (var edit in edits.OrderByDescending(static edit => edit.Span))
        {
            var start = source.Offset(edit.Span.StartLine, edit.Span.StartColumn);
            var end = source.Offset(edit.Span.EndLine, edit.Span.EndColumn);
            result.Remove(start, end - start).Insert(start, edit.NewText);
        }

        return result.ToString();
    }
}
