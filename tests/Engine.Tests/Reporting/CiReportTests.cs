using System;
using System.Linq;
using System.Xml.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Reporting;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Reporting;

public class CiReportTests
{
    [Fact]
    public void Github_escapes_data_and_properties() =>
        Assert.Equal(
            "::error file=a%2C b%3A 50%25.yml,line=2,endLine=2,col=3,endColumn=9,title=GOV0101::50%25: m, x%0Ar\n1 finding blocks\n",
            WithoutRuleName(SampleReport.Write("github", One("a, b: 50%.yml", "50%: m, x")))
        );

    [Fact]
    public void Azure_escapes_data_and_properties() =>
        Assert.Equal(
            "##vso[task.logissue type=error;sourcepath=a%3B b%5D 50%AZP25.yml;linenumber=2;columnnumber=3;code=GOV0101;]50%AZP25; m] x. r\n1 finding blocks\n",
            SampleReport.Write("azure", One("a; b] 50%.yml", "50%; m] x"))
        );

    [Theory]
    [InlineData(Severity.Error, Mode.Block, "::error ", "##vso[task.logissue type=error;")]
    [InlineData(Severity.Error, Mode.Warn, "::warning ", "##vso[task.logissue type=warning;")]
    [InlineData(Severity.Warning, Mode.Block, "::warning ", "##vso[task.logissue type=warning;")]
    [InlineData(Severity.Note, Mode.Block, "::notice ", "note GOV0101 a:2:3: ")]
    [InlineData(Severity.Error, Mode.Observe, "nothing blocks; 1 would block\n", "nothing blocks; 1 would block\n")]
    public void What_does_not_fail_is_no_error_and_what_is_observed_is_not_shown(
        Severity severity,
        Mode mode,
        string github,
        string azure
    )
    {
        var report = One("a", "m");
        report = report with { Findings = [report.Findings[0] with { Severity = severity, Mode = mode }] };

        Assert.StartsWith(github, SampleReport.Write("github", report));
        Assert.StartsWith(azure, SampleReport.Write("azure", report));
    }

    [Fact]
    public void Columns_are_left_out_where_a_finding_runs_over_lines()
    {
        var report = SampleReport.Of(
            SampleReport.Judged("GOV0101", "m", "r", new Location("a", new SourceSpan(2, 3, 4, 5)))
        );

        Assert.Contains("file=a,line=2,endLine=4,title", SampleReport.Write("github", report));
    }

    [Fact]
    public void Paths_are_those_of_the_repository()
    {
        var report = One("a", "m");
        report = report with { Origin = report.Origin with { PathInRepository = "samples/x" } };

        Assert.Contains("file=samples/x/a,", SampleReport.Write("github", report));
        Assert.Contains("sourcepath=samples/x/a;", SampleReport.Write("azure", report));
        Assert.Contains("file=\"samples/x/a\"", SampleReport.Write("junit", report));
    }

    [Fact]
    public void Junit_counts_what_it_lists()
    {
        var root = XDocument.Parse(SampleReport.Write("junit", SampleReport.Everything)).Root!;
        var cases = root.Descendants("testcase").ToList();

        Assert.Equal("testsuites", root.Name.LocalName);
        foreach (var element in root.Elements("testsuite").Append(root))
        {
            Assert.Equal(element.Descendants("testcase").Count(), (int)element.Attribute("tests")!);
            Assert.Equal(element.Descendants("failure").Count(), (int)element.Attribute("failures")!);
            Assert.Equal(element.Descendants("skipped").Count(), (int)element.Attribute("skipped")!);
            Assert.Equal(element.Descendants("error").Count(), (int)element.Attribute("errors")!);
        }

        Assert.Equal(SampleReport.Everything.Outcomes.Length, cases.Count);
        Assert.All(cases, one => Assert.NotNull(one.Attribute("classname")));
        Assert.Equal(3, root.Descendants("failure").Count());
        Assert.Contains("[observe]", Case("GOV0201").Element("system-out")!.Value);
        Assert.Contains("[excepted (generated test data)]", Case("GOV0205").Element("system-out")!.Value);
        Assert.NotNull(Case("GOV0112").Element("skipped"));

        XElement Case(string rule) =>
            cases.Single(one => one.Attribute("name")!.Value.StartsWith(rule, StringComparison.Ordinal));
    }

    [Fact]
    public void A_check_that_threw_is_an_error_of_junit()
    {
        var report = SampleReport.Of() with { Outcomes = [new RuleOutcome("GOV0101", Outcome.Error, "it threw")] };
        var error = XDocument.Parse(SampleReport.Write("junit", report)).Descendants("error").Single();

        Assert.Equal("it threw", error.Attribute("message")!.Value);
    }

    private static CheckReport One(string path, string message) =>
        SampleReport.Of(SampleReport.Judged("GOV0101", message, "r", SampleReport.At(path, 2, 3, 9)));

    // The catalogue may know the rule or not: its name in the title is not what these tests are about.
    private static string WithoutRuleName(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "title=GOV0101 [a-z-]+::", "title=GOV0101::");
}
