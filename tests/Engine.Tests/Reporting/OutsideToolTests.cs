using System;
using System.IO;
using Governance.Engine.Reporting.Writers;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Reporting;

/// <summary>What programs we did not write say of our reports.</summary>
public sealed class OutsideToolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reports-").FullName;

    [ToolFact("sarif-multitool")]
    public void The_official_validator_finds_no_error_and_no_warning_in_our_sarif()
    {
        var path = Write("sarif");
        foreach (var kind in (string[])["Sarif", "Ghas"])
        {
            var (_, output) = OutsideTool.Run("sarif-multitool", "validate", path, "--rule-kind", kind);
            Assert.Contains("completed successfully", output, StringComparison.Ordinal);
            Assert.DoesNotContain(": error ", output, StringComparison.Ordinal);
            Assert.DoesNotContain(": warning ", output, StringComparison.Ordinal);
        }
    }

    [ToolFact("sarif-multitool")]
    public void The_validator_says_so_where_there_is_one()
    {
        var path = Write("sarif");
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("\"version\": \"2.1.0\"", "\"version\": \"9\"", StringComparison.Ordinal));
        var (_, output) = OutsideTool.Run("sarif-multitool", "validate", path);
        Assert.Contains(": error ", output, StringComparison.Ordinal);
    }

    [ToolFact("chromium")]
    public void A_browser_renders_the_page_and_runs_its_script()
    {
        var (_, output) = OutsideTool.Run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + Path.Combine(_folder, "profile"),
            "--dump-dom",
            "file://" + Write("html")
        );
        Assert.Contains("</table>", output, StringComparison.Ordinal);
        Assert.Contains("GOV0101", output, StringComparison.Ordinal);
        Assert.Contains("aria-sort", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string format)
    {
        var path = Path.Combine(_folder, "report." + format);
        using var output = new StreamWriter(path);
        ReportFormats.Find(format)!.Write(SampleReport.Everything, output);
        return path;
    }
}
