using System;
using System.Globalization;
using System.Linq;
using Governance.Analyzers.Tests.Support;
using Governance.Engine.Findings;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;
using Governance.Tests.RuleExamples;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.Tests;

/// <summary>Runs every example that is about C# code.</summary>
public sealed class RuleExampleTests
{
    public static TheoryData<string, int, string> Examples()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var rule in RuleCatalog.Rules.Where(static rule => rule.Area == "credentials"))
        {
            var examples = RulePageExamples.Read(RuleCatalog.Page(rule));
            for (var index = 0; index < examples.Count; index++)
            {
                if (examples[index].IsOfCompiler)
                {
                    data.Add(rule.Id, index, examples[index].Title);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_reports_what_it_marks_and_nothing_else(string ruleId, int index, string title)
    {
        var example = RulePageExamples.Read(RuleCatalog.Page(RuleCatalog.Find(ruleId)!))[index];
        Assert.Equal(title, example.Title);
        var told = new CSharpProject { Files = example.Files }
            .Diagnostics()
            .Where(diagnostic => diagnostic.Id == ruleId)
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan)
            .ToList();

        var expected = example.Expected.Select(static one => $"{Of(one.Severity)} {one.Path} {one.Span}");
        Assert.Equal(expected, told.Select(Line));
        foreach (var (mark, diagnostic) in example.Expected.Zip(told))
        {
            var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            Assert.Contains(mark.MessagePart, message, StringComparison.Ordinal);
        }
    }

    private static DiagnosticSeverity Of(Severity severity) =>
        severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };

    private static string Line(Diagnostic diagnostic)
    {
        var lines = diagnostic.Location.GetLineSpan();
        var (start, end) = (lines.StartLinePosition, lines.EndLinePosition);
        var span = new SourceSpan(start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1);
        return $"{diagnostic.Severity} {lines.Path[HandedRepository.Root.Length..]} {span}";
    }
}
