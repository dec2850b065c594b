using System;
using System.Linq;
using System.Text.Json;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Reporting;
using Governance.Engine.Rules;

namespace Governance.Engine.Tests.Reporting;

public class SarifReportTests
{
    private static JsonElement Everything => Run(SampleReport.Everything);

    [Fact]
    public void Each_result_names_its_rule_by_index_and_a_family_member_by_its_whole_id()
    {
        var rules = Everything.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var result in Everything.GetProperty("results").EnumerateArray())
        {
            var id = result.GetProperty("ruleId").GetString()!;
            var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
            Assert.Equal(id.Split('/')[0], rule.GetProperty("id").GetString());
        }

        Assert.Equal("GOV0301/azure-storage-key", Result("A storage key").GetProperty("ruleId").GetString());
    }

    [Fact]
    public void A_rule_brings_its_page_as_help_without_the_examples()
    {
        var rule = Everything.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        var page = RuleCatalog.Find("GOV0001")!;

        Assert.Equal("GOV0001", rule.GetProperty("id").GetString());
        Assert.Equal("InternalError", rule.GetProperty("name").GetString());
        Assert.Equal(page.Title + ".", rule.GetProperty("shortDescription").GetProperty("text").GetString());
        Assert.StartsWith(
            "A check threw an exception.",
            rule.GetProperty("fullDescription").GetProperty("text").GetString()
        );
        var help = rule.GetProperty("help").GetProperty("markdown").GetString()!;
        Assert.StartsWith("## Why", help);
        Assert.Contains("## How to fix", help);
        Assert.DoesNotContain("---", help);
        Assert.DoesNotContain("## Reported", help);
    }

    [Theory]
    [InlineData("code/train.py", "code/train.py")]
    [InlineData(".github/workflows/a.yml", ".github/workflows/a.yml")]
    [InlineData("a b/100%/#1?.yml", "a%20b/100%25/%231%3F.yml")]
    [InlineData("c:/x", "c%3A/x")]
    [InlineData("データ/é", "%E3%83%87%E3%83%BC%E3%82%BF/%C3%A9")]
    [InlineData("a\\b\nc", "a%5Cb%0Ac")]
    [InlineData(".", "governance.yml")]
    public void A_path_is_a_relative_uri(string path, string uri)
    {
        var report = SampleReport.Of(SampleReport.Judged("GOV0101", "m", "r", new Location(path)));

        Assert.Equal(uri, UriOf(Run(report).GetProperty("results")[0]));
        var below = report with { Origin = report.Origin with { PathInRepository = "samples/one two" } };
        Assert.Equal("samples/one%20two/" + uri, UriOf(Run(below).GetProperty("results")[0]));
    }

    [Fact]
    public void Suppressions_say_who_and_why_and_every_result_has_them()
    {
        Assert.All(
            Everything.GetProperty("results").EnumerateArray(),
            result => Assert.Equal(JsonValueKind.Array, result.GetProperty("suppressions").ValueKind)
        );
        Assert.Equal(0, Result("The folder").GetProperty("suppressions").GetArrayLength());
        Assert.Equal("external", Suppression("An excepted one").GetProperty("kind").GetString());
        Assert.Equal("generated test data", Suppression("An excepted one").GetProperty("justification").GetString());
        Assert.Equal("inSource", Suppression("One excepted by a comment").GetProperty("kind").GetString());
        Assert.Equal("external", Suppression("A baselined one").GetProperty("kind").GetString());

        static JsonElement Suppression(string message) => Result(message).GetProperty("suppressions")[0];
    }

    [Fact]
    public void Against_a_base_open_findings_are_new_and_those_it_has_unchanged()
    {
        Assert.Equal("new", Result("The folder").GetProperty("baselineState").GetString());
        Assert.Equal("unchanged", Result("One the base has").GetProperty("baselineState").GetString());
        Assert.False(Result("A baselined one").TryGetProperty("baselineState", out _));
    }

    [Fact]
    public void Observed_findings_are_counted_and_no_results()
    {
        Assert.DoesNotContain(
            Everything.GetProperty("results").EnumerateArray(),
            result => result.GetProperty("ruleId").GetString() == "GOV0201"
        );
        Assert.Equal(1, Everything.GetProperty("properties").GetProperty("wouldBlock").GetInt32());
    }

    [Fact]
    public void A_fix_of_text_is_told_and_one_that_moves_files_is_not()
    {
        var change = Result("Compute").GetProperty("fixes")[0].GetProperty("artifactChanges")[0];

        Assert.Equal(
            "azureml:cpu-cluster",
            change.GetProperty("replacements")[0].GetProperty("insertedContent").GetProperty("text").GetString()
        );
        Assert.False(Result("The folder").TryGetProperty("fixes", out _));
    }

    [Fact]
    public void What_could_not_be_known_is_a_notification_and_an_error_makes_the_run_unsuccessful()
    {
        var invocation = Everything.GetProperty("invocations")[0];
        Assert.True(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal("note", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("level").GetString());

        var failed = SampleReport.Of() with { Outcomes = [new RuleOutcome("GOV0101", Outcome.Error, "it threw")] };
        invocation = Run(failed).GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal("error", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("level").GetString());
    }

    [Theory]
    [InlineData("https://github.com/o/r.git", "https://github.com/o/r.git")]
    [InlineData("git@github.com:o/r.git", "ssh://git@github.com/o/r.git")]
    [InlineData("git@ssh.dev.azure.com:v3/org/project/repo", "ssh://git@ssh.dev.azure.com/v3/org/project/repo")]
    [InlineData("C:\\repositories\\r", null)]
    [InlineData("/srv/git/r.git", null)]
    [InlineData("../r", null)]
    [InlineData("", null)]
    public void The_remote_is_an_absolute_uri_or_left_out(string remote, string? uri)
    {
        var report = SampleReport.Everything with
        {
            Origin = SampleReport.Everything.Origin with { RemoteUrl = remote },
        };
        var hasOrigin = Run(report).TryGetProperty("versionControlProvenance", out var origin);

        Assert.Equal(uri is not null, hasOrigin);
        Assert.Equal(uri, hasOrigin ? origin[0].GetProperty("repositoryUri").GetString() : null);
    }

    private static JsonElement Run(CheckReport report) =>
        JsonDocument.Parse(SampleReport.Write("sarif", report)).RootElement.GetProperty("runs")[0];

    private static JsonElement Result(string message) =>
        Everything
            .GetProperty("results")
            .EnumerateArray()
            .Single(result =>
                result
                    .GetProperty("message")
                    .GetProperty("text")
                    .GetString()!
                    .StartsWith(message, StringComparison.Ordinal)
            );

    private static string UriOf(JsonElement result) =>
        result
            .GetProperty("locations")[0]
            .GetProperty("physicalLocation")
            .GetProperty("artifactLocation")
            .GetProperty("uri")
            .GetString()!;
}
