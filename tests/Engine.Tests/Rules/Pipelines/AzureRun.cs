using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Rules.Checks.Pipelines.Azure;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Rules.Pipelines;

/// <summary>Runs the checks of Azure Pipelines.</summary>
internal static class AzureRun
{
    /// <summary>All file checks on one file; its facts are read too.</summary>
    public static List<FileFinding> On(string yaml)
    {
        var file = new ParsedFile(FileClass.Yaml, Encoding.UTF8.GetBytes(yaml), new SourceText(yaml));
        var findings = new List<FileFinding>();
        foreach (var check in AzureChecks.All.OfType<FileCheck>())
        {
            check.Run(new FileCheckContext(check.Id, file, RuleCatalog.Find(check.Id)!.Options, findings));
        }

        foreach (var reader in FactReaders.All.Where(static reader => reader.Classes.Contains(FileClass.Yaml)))
        {
            reader.Read(file, []);
        }

        return findings;
    }

    /// <summary>The findings of one rule in a repository of these files.</summary>
    public static List<Finding> OnRepository(string ruleId, params (string Path, string Content)[] files) =>
        Analyze(ruleId, [], files).Findings.Where(finding => finding.RuleId == ruleId).ToList();

    /// <summary>What became of one rule in a repository of these files.</summary>
    public static RuleOutcome OutcomeOf(string ruleId, params (string Path, string Content)[] files) =>
        Analyze(ruleId, [], files).Outcomes.Single(outcome => outcome.RuleId == ruleId);

    /// <summary>What becomes of one rule in a repository of these files, beside others.</summary>
    public static AnalysisResult Analyze(
        string ruleId,
        ImmutableArray<OtherRepository> others,
        params (string Path, string Content)[] files
    ) =>
        RepositoryAnalyzer.Analyze(
            Snapshot(files),
            PolicyLoader.Load(new PolicyInput { Today = new DateTime(2026, 11, 23) }).Policy,
            new AnalysisOptions { Only = [ruleId], OtherRepositories = others },
            CancellationToken.None
        );

    /// <summary>A repository of these files.</summary>
    public static RepositorySnapshot Snapshot(params (string Path, string Content)[] files) =>
        new(
            files.Select(static file => new SourceFile(
                file.Path,
                EntryKind.File,
                _ => FileContent.Of(Encoding.UTF8.GetBytes(file.Content))
            ))
        );
}
