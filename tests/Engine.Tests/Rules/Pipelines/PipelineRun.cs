using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Rules.Pipelines;

/// <summary>Runs one file check on one workflow or action.</summary>
internal static class PipelineRun
{
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
