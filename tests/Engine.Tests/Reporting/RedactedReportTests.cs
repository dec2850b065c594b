using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Reporting;
using Governance.Engine.Reporting.Writers;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Reporting;

public class RedactedReportTests
{
    public static TheoryData<string> Formats => [.. ReportFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_format_shows_a_secret_whichever_text_of_the_report_holds_it(string format)
    {
        var (report, secrets) = SeededReport();

        var written = SampleReport.Write(format, report);

        Assert.True(secrets.Count > 100, "the report has hardly a text");
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, written, StringComparison.OrdinalIgnoreCase));
        // Escaping must not have hidden them from this test either.
        Assert.DoesNotContain("SEEKRIT", Uri.UnescapeDataString(written), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Redactor.Mask, Uri.UnescapeDataString(written).Replace("\\*", "*"));
    }

    [Fact]
    public void Nothing_that_a_writer_is_given_leads_back_to_what_was_not_masked()
    {
        Type[] unmasked =
        [
            typeof(CheckReport),
            typeof(SourceText),
            typeof(EffectivePolicy),
            typeof(RepositorySnapshot),
        ];
        const BindingFlags visible = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        var reachable = typeof(RedactedReport)
            .GetMethods(visible | BindingFlags.Static)
            .Where(method => !method.IsPrivate)
            .Select(method => method.ReturnType)
            .SelectMany(type => type.GetGenericArguments().Append(type));

        Assert.DoesNotContain(reachable, type => unmasked.Contains(type) || typeof(Delegate).IsAssignableFrom(type));
        Assert.All(typeof(RedactedReport).GetConstructors(visible), constructor => Assert.True(constructor.IsPrivate));
        Assert.Equal(
            typeof(RedactedReport),
            typeof(IReportWriter).GetMethod("Write")!.GetParameters()[0].ParameterType
        );
    }

    [Fact]
    public void A_fix_that_would_write_a_mask_into_a_file_is_not_told()
    {
        var secret = "ghp_" + new string('a', 36);
        var edits = new FileEdit[]
        {
            new ReplaceText("a.py", SourceSpan.FileStart, "token = " + secret),
            new CreateFile("a.py", secret),
            new MovePath("a.py", secret),
        };
        var finding = SampleReport.Judged("GOV0301", "m", "r", new Location("a.py"));
        finding = finding with
        {
            Finding = finding.Finding with { Fixes = [.. edits.Select(edit => new Fix("Fix", [edit]))] },
        };

        Assert.Empty(RedactedReport.From(SampleReport.Of(finding)).Findings[0].Finding.Fixes);
    }

    [Fact]
    public void Paths_that_look_alike_once_masked_get_no_excerpt_of_each_other()
    {
        var one = "ghp_" + new string('a', 36);
        var two = "ghp_" + new string('b', 36);
        var report = SampleReport.Of(
            SampleReport.Judged("GOV0301", "m", "r", SampleReport.At(one, 1, 1, 2)),
            SampleReport.Judged("GOV0301", "m", "r", SampleReport.At(two, 1, 1, 2))
        ) with
        {
            TextOf = path => new SourceText("text of " + path),
        };

        Assert.DoesNotContain("text of", SampleReport.Write("text", report));
    }

    private static (CheckReport Report, List<string> Secrets) SeededReport()
    {
        var secrets = new List<string>();
        var seeder = new Seeder(NewSecret);
        var findings = new List<JudgedFinding>();
        foreach (var mode in new[] { Mode.Observe, Mode.Warn, Mode.Block })
        {
            foreach (var disposition in Enum.GetValues<Disposition>())
            {
                var severity = mode == Mode.Block ? Severity.Error : Severity.Note;
                var judged = (JudgedFinding)seeder.Make(typeof(JudgedFinding));
                findings.Add(judged with { Mode = mode, Disposition = disposition, Severity = severity });
            }
        }

        var outcomes = Enum.GetValues<Outcome>()
            .Select(outcome => (RuleOutcome)seeder.Make(typeof(RuleOutcome)) with { Outcome = outcome })
            .ToList();
        var exception = (PolicyException)seeder.Make(typeof(PolicyException));
        findings.Add(findings[1] with { DecidedBy = exception.Location, Reason = exception.Reason });
        var report = new CheckReport
        {
            ToolVersion = NewSecret(),
            Origin = (RepositoryOrigin)seeder.Make(typeof(RepositoryOrigin)) with
            {
                RemoteUrl = "https://user:" + NewSecret() + "@example.org/repository",
            },
            Policy = new EffectivePolicy
            {
                Rules = ImmutableSortedDictionary<string, RuleSettings>.Empty,
                Exceptions = [exception],
            },
            Findings = [.. findings],
            Outcomes = [.. outcomes],
            FileCount = 1,
            Base = NewSecret(),
            TextOf = _ => new SourceText("before " + NewSecret() + " after\n"),
        };
        return (report, secrets);

        string NewSecret()
        {
            var number = secrets.Count.ToString("D4", CultureInfo.InvariantCulture);
            secrets.Add("ghp_" + "SEEKRIT" + number + "abcdefghijklmnopqrstuvwxyz");
            return secrets[^1];
        }
    }
}
