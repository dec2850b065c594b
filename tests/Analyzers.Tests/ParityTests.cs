using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Governance.Analyzers.Tests.Support;
using Governance.Engine.Checking;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;
using Governance.Repositories;
using Governance.Tests.RuleExamples;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.Tests;

/// <summary>The compiler shows what the command shows, at the same places.</summary>
public sealed class ParityTests
{
    [Theory]
    [InlineData("breaks-the-mandate", 19)]
    [InlineData("complies", 0)]
    public void A_sample_gives_the_findings_of_the_command(string sample, int atLeast)
    {
        var folder = SourceTree.Sample(sample);
        using var repository = GovernedRepository.Open(folder, folder, CancellationToken.None);
        var snapshot = repository.WorkingTree(CancellationToken.None);
        var told = AssertSame(snapshot);
        Assert.True(told.Count >= atLeast, $"{told.Count} findings are too few to compare");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_examples_of_a_rule_give_the_findings_of_the_command(string ruleId)
    {
        foreach (var example in RulePageExamples.Read(RuleCatalog.Page(RuleCatalog.Find(ruleId)!)))
        {
            AssertSame(InMemoryRepository.Of(example.Files));
        }
    }

    public static TheoryData<string> Rules() =>
        [.. RuleCatalog.Rules.Where(static rule => rule.Host == "both").Select(static rule => rule.Id)];

    private static List<string> AssertSame(RepositorySnapshot snapshot)
    {
        var request = new CheckRequest
        {
            Snapshot = snapshot,
            Today = HandedRepository.Today,
            ToolVersion = "0.1.0",
        };
        // C# is the compiler's own.
        var expected = PolicyCheck
            .Run(request, CancellationToken.None)
            .Shown.Where(static judged => !judged.Finding.Location.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(Line)
            .Order()
            .ToList();
        var told = HandedRepository.Of(snapshot).Diagnostics().Select(Line).Order().ToList();
        Assert.Equal(expected, told);
        return told;
    }

    private static string Line(JudgedFinding judged)
    {
        var finding = judged.Finding;
        var path =
            finding.Location.Path == Governance.Engine.Findings.Location.Root
                ? "governance.yml"
                : finding.Location.Path;
        var span = finding.Location.Span ?? SourceSpan.FileStart;
        return Line(
            finding.BaseRuleId,
            path,
            span.StartLine,
            span.StartColumn,
            span.EndLine,
            span.EndColumn,
            $"{finding.Message}. {finding.Remedy}."
        );
    }

    private static string Line(Diagnostic diagnostic)
    {
        if (diagnostic.Location == Microsoft.CodeAnalysis.Location.None)
        {
            // Without a policy file a finding about the root has no place.
            var start = SourceSpan.FileStart;
            return Line(
                diagnostic.Id,
                "governance.yml",
                start.StartLine,
                start.StartColumn,
                start.EndLine,
                start.EndColumn,
                diagnostic.GetMessage(CultureInfo.InvariantCulture)
            );
        }

        var span = diagnostic.Location.GetLineSpan();
        return Line(
            diagnostic.Id,
            span.Path[HandedRepository.Root.Length..],
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1,
            span.EndLinePosition.Character + 1,
            diagnostic.GetMessage(CultureInfo.InvariantCulture)
        );
    }

    private static string Line(
        string id,
        string path,
        int line,
        int column,
        int endLine,
        int endColumn,
        string message
    ) => string.Create(CultureInfo.InvariantCulture, $"{path}({line},{column},{endLine},{endColumn}): {id}: {message}");
}
