using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Governance.Engine.Tests.Reporting;

public class JsonReportTests
{
    private static JsonElement Everything =>
        JsonDocument.Parse(SampleReport.Write("json", SampleReport.Everything)).RootElement;

    [Fact]
    public void The_counts_are_those_of_the_findings()
    {
        var json = Everything;
        var findings = json.GetProperty("findings").EnumerateArray().ToList();
        var summary = json.GetProperty("summary");

        Assert.Equal(1, json.GetProperty("version").GetInt32());
        Assert.Equal(12, findings.Count);
        Assert.Equal(
            findings.Count(one => one.GetProperty("blocks").GetBoolean()),
            summary.GetProperty("blocking").GetInt32()
        );
        foreach (
            var (count, disposition) in new[]
            {
                ("excepted", "excepted"),
                ("baselined", "baselined"),
                ("inBase", "inBase"),
            }
        )
        {
            Assert.Equal(
                findings.Count(one => one.GetProperty("disposition").GetString() == disposition),
                summary.GetProperty(count).GetInt32()
            );
        }

        var open = summary.GetProperty("open").EnumerateObject().SelectMany(one => one.Value.EnumerateObject());
        Assert.Equal(
            findings.Count(one => one.GetProperty("disposition").GetString() == "open"),
            open.Sum(one => one.Value.GetInt32())
        );
    }

    [Fact]
    public void A_finding_has_its_span_fixes_and_related_places()
    {
        var finding = Everything
            .GetProperty("findings")
            .EnumerateArray()
            .Single(one => one.GetProperty("rule").GetString() == "GOV0401");

        Assert.Equal(
            "pipelines/train & score #1 100%.yml",
            finding.GetProperty("location").GetProperty("path").GetString()
        );
        Assert.Equal(14, finding.GetProperty("location").GetProperty("span").GetProperty("startColumn").GetInt32());
        Assert.Equal(
            "code/train.py",
            finding.GetProperty("related")[0].GetProperty("location").GetProperty("path").GetString()
        );
        var edit = finding.GetProperty("fixes")[0].GetProperty("edits")[0];
        Assert.Equal("replaceText", edit.GetProperty("kind").GetString());
        Assert.Equal("azureml:cpu-cluster", edit.GetProperty("newText").GetString());
    }

    [Fact]
    public void An_exception_of_the_policy_brings_its_last_day_and_a_comment_has_none()
    {
        var used = Everything.GetProperty("exceptionsUsed").EnumerateArray().ToList();

        Assert.Equal([null, "2027-01-31"], used.Select(one => one.GetProperty("expires").GetString()));
        Assert.Equal([1, 2], used.Select(one => one.GetProperty("count").GetInt32()));
    }

    [Fact]
    public void The_schema_names_exactly_what_is_written()
    {
        var schema = JsonDocument
            .Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "schemas", "report.schema.json")))
            .RootElement;

        Assert.Empty(SchemaCheck.Differences(schema, schema, Everything, "$"));
    }

    [Fact]
    public void The_schema_check_sees_a_missing_an_unknown_and_a_wrong_property()
    {
        var schema = JsonDocument
            .Parse(
                """{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":["string","null"]}},"required":["a","b"],"additionalProperties":false}"""
            )
            .RootElement;

        Assert.Equal(
            3,
            SchemaCheck.Differences(schema, schema, JsonDocument.Parse("""{"a":"x","c":1}""").RootElement, "$").Count()
        );
    }
}
