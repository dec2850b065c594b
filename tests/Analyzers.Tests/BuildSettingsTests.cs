using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Governance.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Governance.Analyzers.Tests;

/// <summary>What a build sets for the repository's findings, beside the policy.</summary>
public sealed class BuildSettingsTests
{
    private const string Misplaced = "stuff/analysis.ipynb";
    private const string Rule = "GOV0105";
    private const string Key = "governance.GOV0105.severity";
    private const string Broken = "pipelines/half.yml";
    private const string Notebook = """{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}""";

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("Warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("silent", DiagnosticSeverity.Hidden)]
    [InlineData("none", null)]
    [InlineData("default", DiagnosticSeverity.Error)]
    public void A_section_says_how_bad_findings_in_its_files_are(string value, DiagnosticSeverity? expected)
    {
        // What the end of a compilation reports, and what is live.
        var told = Repository("mode: block\n").Configured(Misplaced, Key, value).Diagnostics();
        Assert.Equal(expected, One(told, Rule)?.Severity);

        told = Repository("rules: { GOV0002: { severity: error } }\n")
            .With(Broken, "a: [\n")
            .Configured(Broken, "governance.GOV0002.severity", value)
            .Diagnostics();
        var live = expected == DiagnosticSeverity.Error && value == "default" ? DiagnosticSeverity.Warning : expected;
        Assert.Equal(live, One(told, "GOV0002")?.Severity);
        Assert.Null(One(told, "GOV0003"));
    }

    [Fact]
    public void A_global_key_counts_where_no_section_says_otherwise()
    {
        var told = Repository("mode: block\n").Configured(null, Key, "suggestion").Diagnostics();
        Assert.Equal(DiagnosticSeverity.Info, One(told, Rule)?.Severity);

        told = Repository("mode: block\n")
            .Configured(null, Key, "none")
            .Configured(Misplaced, Key, "error")
            .Diagnostics();
        Assert.Equal(DiagnosticSeverity.Error, One(told, Rule)?.Severity);
    }

    [Fact]
    public void What_the_policy_does_not_show_stays_hidden()
    {
        var told = Repository("mode: observe\n").Configured(Misplaced, Key, "error").Diagnostics();
        Assert.Null(One(told, Rule));
    }

    [Fact]
    public void The_compilers_own_settings_win()
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSpecificDiagnosticOptions(
            new Dictionary<string, ReportDiagnostic> { [Rule] = ReportDiagnostic.Warn }
        );
        var told = Repository("mode: block\n").Configured(Misplaced, Key, "suggestion").Diagnostics(options);
        Assert.Equal(DiagnosticSeverity.Warning, One(told, Rule)?.Severity);
    }

    [Theory]
    [InlineData(
        Key,
        "eror",
        "'governance.GOV0105.severity = eror' in an .editorconfig or .globalconfig is no severity, and has no effect. Did you mean 'error'?"
    )]
    [InlineData(
        "governance.GOV9999.severity",
        "none",
        "'governance.GOV9999.severity = none' in an .editorconfig or .globalconfig names no rule. Take one of: GOV0001,"
    )]
    [InlineData(
        "governance.notebook-outside-notebooks.severity",
        "none",
        "a rule is named by its id here. Write governance.GOV0105.severity."
    )]
    public void A_key_without_a_meaning_is_a_warning(string key, string value, string message)
    {
        foreach (var path in new[] { Misplaced, null })
        {
            var told = Repository("mode: block\n").Configured(path, key, value).Diagnostics();
            var mistake = One(told, "GOV0003");
            Assert.Contains(message, mistake?.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Assert.Equal(DiagnosticSeverity.Warning, mistake?.Severity);
            Assert.Equal(DiagnosticSeverity.Error, One(told, Rule)?.Severity);
        }
    }

    [Theory]
    [InlineData("", true, true)]
    [InlineData("layout", true, false)]
    [InlineData("notebooks", false, true)]
    [InlineData("Notebooks; layout", true, true)]
    public void Areas_can_be_chosen(string areas, bool isLayout, bool isNotebooks)
    {
        var told = Repository("mode: block\n").With("notebooks/ana/a.ipynb", "{").Line("areas " + areas).Diagnostics();
        Assert.Equal(isLayout, One(told, Rule) is not null);
        Assert.Equal(isNotebooks, told.Any(static one => one.Id.StartsWith("GOV02", StringComparison.Ordinal)));
        Assert.Null(One(told, "GOV0003"));
    }

    [Fact]
    public void A_word_that_is_no_area_is_a_warning_and_the_others_count()
    {
        var told = Repository("mode: block\n").Line("areas layuot;notebooks").Diagnostics();
        Assert.Equal(
            "The property GovernanceAreas names 'layuot', which is no area. Did you mean 'layout'?",
            One(told, "GOV0003")?.GetMessage(CultureInfo.InvariantCulture)
        );
        Assert.Null(One(told, Rule));

        told = Repository("mode: block\n").Line("areas layuot").Diagnostics();
        Assert.NotNull(One(told, Rule));
    }

    private static Diagnostic? One(IEnumerable<Diagnostic> told, string id) =>
        told.SingleOrDefault(diagnostic => diagnostic.Id == id);

    private static HandedRepository Repository(string policy) =>
        new HandedRepository().With("governance.yml", "kind: project\n" + policy).With(Misplaced, Notebook);
}
