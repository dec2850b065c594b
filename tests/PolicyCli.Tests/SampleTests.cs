using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Governance.Engine.Rules;

namespace Governance.PolicyCli.Tests;

/// <summary>The samples that the README shows.</summary>
public sealed class SampleTests
{
    /// <summary>Rules that a repository at rest cannot show: a defect of the tool, a bad policy, a change, a day that moves.</summary>
    private static readonly string[] NotAtRest = ["GOV0001", "GOV0003", "GOV0006", "GOV0007"];

    [Fact]
    public void The_sample_that_complies_is_clean()
    {
        var run = CommandRun.In(Samples(), "check", "complies");
        Assert.True(run.ExitCode == ExitCodes.Clean, run.Out);
        Assert.DoesNotContain("GOV0002", run.Out, StringComparison.Ordinal);
        Assert.Contains("nothing blocks", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_sample_shows_every_rule()
    {
        var run = CommandRun.In(Samples(), "check", "breaks-the-mandate");
        Assert.Equal(ExitCodes.Blocked, run.ExitCode);
        var missing = RuleCatalog
            .Rules.Where(static rule => !rule.IsOfCompiler)
            .Select(static rule => rule.Id)
            .Except(NotAtRest)
            .Where(id => !Regex.IsMatch(run.Out, $" {id}[ /]"));
        Assert.Empty(missing);
    }

    private static string Samples()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "samples")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "samples");
    }
}
