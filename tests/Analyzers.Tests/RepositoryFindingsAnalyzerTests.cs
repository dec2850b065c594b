using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Governance.Analyzers.Tests.Support;
using Governance.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers.Tests;

public sealed class RepositoryFindingsAnalyzerTests
{
    // An error in mode block where no policy says otherwise.
    private const string Misplaced = "stuff/analysis.ipynb";
    private const string Rule = "GOV0105";
    private const string Notebook = """{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}""";

    [Theory]
    [InlineData("mode: block", DiagnosticSeverity.Error)]
    [InlineData("mode: block, severity: warning", DiagnosticSeverity.Warning)]
    [InlineData("mode: block, severity: note", DiagnosticSeverity.Info)]
    [InlineData("mode: warn", DiagnosticSeverity.Warning)]
    [InlineData("mode: warn, severity: note", DiagnosticSeverity.Info)]
    [InlineData("mode: observe", null)]
    [InlineData("severity: off", null)]
    public void Mode_and_severity_are_the_policys(string settings, DiagnosticSeverity? expected)
    {
        var told = Repository($"kind: project\nrules:\n  {Rule}: {{ {settings} }}\n").Diagnostics();

        Assert.DoesNotContain(told, static diagnostic => diagnostic.Id == "GOV0003");
        Assert.Equal(expected, told.SingleOrDefault(static diagnostic => diagnostic.Id == Rule)?.Severity);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Warn, DiagnosticSeverity.Warning)]
    [InlineData(ReportDiagnostic.Info, DiagnosticSeverity.Info)]
    public void The_compilers_own_settings_win(ReportDiagnostic setting, DiagnosticSeverity? expected)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSpecificDiagnosticOptions(
            new Dictionary<string, ReportDiagnostic> { [Rule] = setting }
        );
        var told = Repository("kind: project\n").Diagnostics(options);

        Assert.Equal(expected, told.SingleOrDefault(static diagnostic => diagnostic.Id == Rule)?.Severity);
    }

    [Fact]
    public void A_malformed_policy_is_a_warning_at_its_line()
    {
        var told = Repository("kind: project\nrules:\n  GOV0105: { severity: dreadful }\n").Diagnostics();

        var mistake = Assert.Single(told, static diagnostic => diagnostic.Id == "GOV0003");
        Assert.Equal(DiagnosticSeverity.Warning, mistake.Severity);
        Assert.Equal(HandedRepository.Root + "governance.yml", mistake.Location.GetLineSpan().Path);
        Assert.Equal(new LinePosition(2, 23), mistake.Location.GetLineSpan().StartLinePosition);
    }

    [Fact]
    public void Odd_texts_are_noted_and_the_rest_is_checked()
    {
        var told = Repository("kind: project\n")
            .With("pipelines/binary.yml", "a\0b")
            .With("pipelines/gone.yml", static () => null)
            .With("pipelines/huge.yml", new string('a', (16 * 1024 * 1024) + 1))
            .With("pipelines/half.yml", "a: [\n")
            .Line("100644 e69de29bb2d1d6434b8b29ae775ad8c2e48c5391 0\t\"pipelines/a\\nb.yml\"")
            .Diagnostics();

        var noted = told.Where(static diagnostic => diagnostic.Id == "GOV0002")
            .Select(static diagnostic => Path.GetFileName(diagnostic.Location.GetLineSpan().Path));
        Assert.Equal(
            ["a\\nb.yml", "binary.yml", "gone.yml", "half.yml", "huge.yml"],
            noted.Order(StringComparer.Ordinal)
        );
        Assert.Contains(told, static diagnostic => diagnostic.Id == Rule);
        Assert.DoesNotContain(told, static diagnostic => diagnostic.Id is "GOV0001" or "AD0001");
    }

    [Fact]
    public void Links_are_not_followed()
    {
        var told = Repository("kind: project\n")
            .With("pipelines/link.yml", static () => throw new IOException("a link was followed"))
            .Line("120000 5425ec0feb1edc20db0d742ffb8877b972b46134 0\tpipelines/link.yml")
            .Diagnostics();

        Assert.DoesNotContain(told, static diagnostic => diagnostic.Id is "GOV0001" or "GOV0002");
    }

    [Fact]
    public void A_nested_root_is_left_to_itself()
    {
        var told = new HandedRepository()
            .With("governance.yml", "kind: project\n")
            .With("inner/governance.yml", "kind: project\n")
            .With("inner/" + Misplaced, Notebook)
            .Diagnostics();

        Assert.DoesNotContain(told, static diagnostic => diagnostic.Id == Rule);
    }

    [Fact]
    public void An_error_of_our_own_is_one_GOV0001()
    {
        var told = Repository("kind: project\n")
            .With("pipelines/train.yml", static () => throw new InvalidOperationException("the host broke"))
            .Diagnostics();

        var error = Assert.Single(told);
        Assert.Equal("GOV0001", error.Id);
        Assert.Equal(DiagnosticSeverity.Warning, error.Severity);
        Assert.Contains(
            "InvalidOperationException: the host broke",
            error.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_a_list_nothing_is_said()
    {
        Assert.Empty(
            HandedRepository.Run([new HandedRepository.Text(Misplaced, static () => SourceText.From(Notebook))])
        );
        Assert.Empty(
            HandedRepository.Run([
                new HandedRepository.Text(
                    "obj/governance-paths.v1.txt",
                    static () => SourceText.From("something else\n")
                ),
            ])
        );
    }

    [Fact]
    public void Every_rule_page_has_a_descriptor()
    {
        var pages = Directory
            .GetFiles(Path.Combine(SourceTree.Root, "rules"), "GOV*.md", SearchOption.AllDirectories)
            .Select(static page => Path.GetFileName(page)[..7])
            .Order();
        var described = AnalyzerAssembly
            .NewRepositoryFindingsAnalyzer()
            .SupportedDiagnostics.Concat(
                AnalyzerAssembly.NewCSharpAnalyzers().SelectMany(static one => one.SupportedDiagnostics)
            )
            .DistinctBy(static descriptor => descriptor.Id)
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)
            .ToList();

        Assert.Equal(pages, described.Select(static descriptor => descriptor.Id));
        // Where the checkout has a remote, the page's path stands behind its address.
        Assert.All(
            described,
            static descriptor =>
                Assert.True(
                    File.Exists(
                        Path.Combine(
                            SourceTree.Root,
                            descriptor.HelpLinkUri[descriptor.HelpLinkUri.IndexOf("rules/", StringComparison.Ordinal)..]
                        )
                    )
                )
        );
    }

    [Theory]
    [InlineData(null, null, "rules/a.md")]
    [InlineData("/srv/git/governance", "0123", "rules/a.md")]
    [InlineData(
        "https://github.com/example/governance",
        null,
        "https://github.com/example/governance/blob/HEAD/rules/a.md"
    )]
    [InlineData(
        "https://github.com/example/governance.git",
        "0123",
        "https://github.com/example/governance/blob/0123/rules/a.md"
    )]
    [InlineData(
        "https://dev.azure.com/example/ml/_git/governance",
        "0123",
        "https://dev.azure.com/example/ml/_git/governance?path=/rules/a.md&version=GC0123"
    )]
    public void Help_is_on_the_web_where_the_repository_is_known(string? repository, string? commit, string expected)
    {
        var link = AnalyzerAssembly.Type("Governance.Analyzers.RulePageLink");
        Type[] parameters = [typeof(string), typeof(string), typeof(string)];
        var of = link.GetMethod("Of", BindingFlags.Static | BindingFlags.NonPublic, parameters)!;
        Assert.Equal(expected, of.Invoke(null, ["rules/a.md", repository, commit]));
    }

    private static HandedRepository Repository(string policy) =>
        new HandedRepository().With("governance.yml", policy).With(Misplaced, Notebook);
}
