#!/usr/bin/env dotnet
// Compares our findings with those zizmor expects of its own test data: dotnet run bench/zizmor.cs -- CLONE [--list]
//
// CLONE is a clone of github.com/zizmorcore/zizmor. Its tests under crates/zizmor/tests/integration/audit name an input, and hold what is told of it: the audit,
// line and column. Compared are the audits of which we have a rule. "found" is what its default persona tells and we tell on the same line; "flagged" is what
// we tell on a line of which no persona of it that was tried tells anything. It tells of jobs and calls as a whole, we of a line in them, so that
// for permissions and inherited secrets any line of the input answers. Each input is checked alone, as the only workflow or action of a repository.
//
//   --list     print what is missed and what is flagged
#:project ../src/Engine/Engine.csproj
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Repository;

var audits = new Dictionary<string, string[]>(StringComparer.Ordinal)
{
    ["template-injection"] = ["GOV0410"],
    ["excessive-permissions"] = ["GOV0411", "GOV0419"],
    ["unpinned-uses"] = ["GOV0412"],
    ["secrets-inherit"] = ["GOV0415"],
};
var tests = args.Length == 0 ? "" : Path.Combine(args[0], "crates/zizmor/tests/integration");
if (!Directory.Exists(tests))
{
    Console.Error.WriteLine("usage: dotnet run bench/zizmor.cs -- CLONE [--list]");
    return 2;
}

Console.WriteLine($"{"audit", -24}{"inputs", 8}{"told", 7}{"found", 7}{"flagged", 9}");
foreach (var (audit, rules) in audits)
{
    var cases = Read(Path.Combine(tests, "audit", audit.Replace('-', '_') + ".rs"), audit);
    var (told, found, flagged) = (0, 0, 0);
    var isOfWhole = audit is "excessive-permissions" or "secrets-inherit";
    var inputs = cases.GroupBy(static one => one.Input).ToList();
    foreach (var input in inputs)
    {
        var wanted = input.Where(static one => one.IsDefault).SelectMany(static one => one.Lines).Distinct().ToList();
        var known = input.SelectMany(static one => one.Lines).ToHashSet();
        var ours = Check(Path.Combine(tests, "test-data", input.Key), rules);
        told += wanted.Count;
        foreach (var line in wanted)
        {
            var isFound = ours.Exists(one => one.Line == line || isOfWhole);
            found += isFound ? 1 : 0;
            List(isFound, $"missed  {input.Key}:{line}");
        }

        foreach (
            var extra in ours.Where(one => !known.Contains(one.Line) && !(isOfWhole && known.Count > 0))
                .DistinctBy(static one => one.Line)
        )
        {
            flagged++;
            List(false, $"flagged {input.Key}:{extra.Line}: {extra.Rule}: {extra.Message}");
        }
    }

    Console.WriteLine($"{audit, -24}{inputs.Count, 8}{told, 7}{found, 7}{flagged, 9}");
}

return 0;

void List(bool isRight, string line)
{
    if (!isRight && args.Contains("--list"))
    {
        Console.WriteLine(line);
    }
}

// A test names an input, maybe arguments, and the text that is told: '@"..."' or 'r#"..."#'.
static List<Case> Read(string file, string audit)
{
    var text = File.ReadAllText(file);
    var cases = new List<Case>();
    foreach (
        Match test in Regex.Matches(
            text,
            @"\.input\(\s*input_under_test\(\s*""([^""]+)""\s*,?\s*\)([^@]*?)@r?#*""(.*?)""#*\s*\n?\s*\)",
            RegexOptions.Singleline
        )
    )
    {
        var lines = Regex
            .Matches(test.Groups[3].Value, $@"\[{audit}\][^\n]*\n\s*-->\s*@@INPUT@@:(\d+):")
            .Select(static match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        var isDefault = !Regex.IsMatch(test.Groups[2].Value, "persona|pedantic|config|offline\\(false");
        cases.Add(new Case(test.Groups[1].Value, isDefault, [.. lines]));
    }

    return cases.FindAll(static one => Path.GetExtension(one.Input) is ".yml" or ".yaml");
}

static List<Told> Check(string file, string[] rules)
{
    var name = Path.GetFileName(file);
    var isAction = Regex.IsMatch(File.ReadAllText(file), "^runs:", RegexOptions.Multiline);
    var subject = isAction ? "action.yml" : ".github/workflows/" + name;
    var policy =
        "rules:\n"
        + string.Concat(
            rules.Select(static rule =>
                $"  {rule}: {{ severity: warning{(rule == "GOV0412" ? ", tags-allowed-for: []" : "")} }}\n"
            )
        );
    var report = PolicyCheck.Run(
        new CheckRequest
        {
            Snapshot = new RepositorySnapshot([
                Source(subject, File.ReadAllBytes(file)),
                Source("governance.yml", Encoding.UTF8.GetBytes(policy)),
            ]),
            Today = new DateTime(2026, 11, 23),
            ToolVersion = "0",
            Options = new AnalysisOptions { Only = [.. rules], MaxParallelism = 1 },
        },
        CancellationToken.None
    );
    return
    [
        .. report
            .Findings.Select(static judged => judged.Finding)
            .Where(finding => finding.Location.Path == subject && rules.Contains(finding.BaseRuleId))
            .Select(static finding => new Told(finding.Location.Span?.StartLine ?? 1, finding.RuleId, finding.Message)),
    ];
}

static SourceFile Source(string path, byte[] content) => new(path, EntryKind.File, _ => FileContent.Of(content));

internal sealed record Case(string Input, bool IsDefault, List<int> Lines);

internal sealed record Told(int Line, string Rule, string Message);
