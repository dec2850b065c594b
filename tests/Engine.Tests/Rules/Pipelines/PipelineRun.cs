using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Rules.Pipelines;

/// <summary>Runs file checks on one workflow, action or pipeline.</summary>
internal static class PipelineRun
{
    /// <summary>All checks of files of a class; what is thrown is not caught. Its facts are read too.</summary>
    public static List<FileFinding> All(string text, FileClass fileClass)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return All(new ParsedFile(fileClass, bytes, new SourceText(text)));
    }

    /// <summary>All checks of files of a class; what is thrown is not caught. Its facts are read too.</summary>
    public static List<FileFinding> All(ParsedFile file)
    {
        var findings = new List<FileFinding>();
        foreach (var check in RuleCatalog.Checks.OfType<FileCheck>().Where(check => check.Classes.Contains(file.Class)))
        {
            check.Run(new FileCheckContext(check.Id, file, RuleCatalog.Find(check.Id)!.Options, findings));
        }

        var facts = new List<Fact>();
        foreach (var reader in FactReaders.All.Where(reader => reader.Classes.Contains(file.Class)))
        {
            reader.Read(file, facts);
        }

        return findings;
    }

    /// <summary>Holds that each finding lies in the text, and its span is one of the text's.</summary>
    public static void AssertPlaced(List<FileFinding> findings, string text, string name)
    {
        var source = new SourceText(text);
        foreach (var finding in findings.Where(static finding => finding.Span is not null))
        {
            var span = finding.Span!.Value;
            var start = source.Offset(span.StartLine, span.StartColumn);
            var length = source.Offset(span.EndLine, span.EndColumn) - start;
            if (length < 0 || span != source.Span(start, length))
            {
                Assert.Fail($"{name}: {finding.RuleId} {span} {finding.Message}\n{text}");
            }
        }
    }

    public static List<FileFinding> On(string yaml, string ruleId, FileClass fileClass = FileClass.GitHubWorkflow)
    {
        var bytes = Encoding.UTF8.GetBytes(yaml);
        return On(new ParsedFile(fileClass, bytes, SourceText.TryDecode(bytes) ?? new SourceText(yaml)), ruleId);
    }

    public static List<FileFinding> On(ParsedFile file, string ruleId)
    {
        var findings = new List<FileFinding>();
        var check = RuleCatalog.Checks.OfType<FileCheck>().Single(check => check.Id == ruleId);
        check.Run(new FileCheckContext(ruleId, file, RuleCatalog.Find(ruleId)!.Options, findings));
        return findings;
    }
}
