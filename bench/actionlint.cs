#!/usr/bin/env dotnet
// Compares our findings with those actionlint expects of its own test data: dotnet run bench/actionlint.cs -- FOLDER [options]
//
// FOLDER holds workflows and, beside each, what actionlint says about it (x.yaml, x.out); a workflow without .out must have no finding. Each
// is checked alone, as the only workflow of a repository. A line of .out is text or, between slashes, a regular expression; only its line,
// column and kind count. An expected line is found where a finding lies on its line; under "alone" are those that have a finding to themselves. What stands in
// FOLDER/.github (local actions, reusable workflows) is in the repository too.
//
//   --kinds A,B     report these kinds of actionlint only; findings that answer no line are then not listed
//   --rules A,B     count findings of these rules only
//   --files         list the findings of every file (for reading), and compare nothing; FOLDER is then searched in depth
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
using System.Text.RegularExpressions;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

if (args.Length == 0 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run bench/actionlint.cs -- FOLDER [--kinds A,B] [--rules A,B] [--files]");
    return 2;
}

var shared = Path.Combine(args[0], ".github");
var listsFiles = args.Contains("--files");
var companions =
    Directory.Exists(shared) && !listsFiles
        ? Directory
            .EnumerateFiles(shared, "*", SearchOption.AllDirectories)
            .Select(path => Source(Path.GetRelativePath(args[0], path).Replace('\\', '/'), path))
            .ToList()
        : [];
var kinds = Option("--kinds")?.Split(',');
var rules = Option("--rules")?.Split(',');
var depth = listsFiles ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
var workflows = Directory
    .EnumerateFiles(args[0], "*", depth)
    .Where(static path => Path.GetExtension(path) is ".yml" or ".yaml")
    .Order(StringComparer.Ordinal)
    .ToList();
var kindRows = new SortedDictionary<string, Row>(StringComparer.Ordinal);
var ruleRows = new SortedDictionary<string, Row>(StringComparer.Ordinal);
var flagged = 0;
foreach (var workflow in workflows)
{
    var name = Path.GetRelativePath(args[0], workflow);
    var found = Check(workflow);
    flagged += found.Count > 0 ? 1 : 0;
    if (listsFiles)
    {
        foreach (var finding in found)
        {
            Console.WriteLine($"{name}:{finding.Line}:{finding.Column}: {finding.Rule}: {finding.Message}");
            RowOf(ruleRows, finding.Rule).Extra++;
        }

        continue;
    }

    Compare(name, Expected(workflow), found);
}

Console.WriteLine();
Console.WriteLine($"{workflows.Count} workflows, {flagged} with findings");
if (!listsFiles)
{
    Console.WriteLine($"{"kind", -22}{"expected", 10}{"same line", 11}{"same column", 13}{"alone", 8}{"missed", 8}");
    foreach (var (kind, row) in kindRows.Append(new("all", Row.Sum(kindRows.Values))))
    {
        var (line, column) = (Percent(row.SameLine, row.Expected), Percent(row.SameColumn, row.Expected));
        Console.WriteLine(
            $"{kind, -22}{row.Expected, 10}{line, 11}{column, 13}{row.Alone, 8}{row.Expected - row.SameLine, 8}"
        );
    }
}

Console.WriteLine($"{"rule", -22}{"findings", 10}{"extra", 11}");
foreach (var (rule, row) in ruleRows)
{
    Console.WriteLine($"{rule, -22}{row.SameLine + row.Extra, 10}{row.Extra, 11}");
}

return 0;

void Compare(string name, List<Place> expected, List<Place> found)
{
    var open = new List<Place>(found);
    var answers = new Place?[expected.Count];
    Answer((wanted, place) => wanted.Line == place.Line && wanted.Column == place.Column);
    Answer((wanted, place) => wanted.Line == place.Line);
    for (var index = 0; index < expected.Count; index++)
    {
        var (wanted, answer) = (expected[index], answers[index]);
        if (kinds is not null && !kinds.Contains(wanted.Rule))
        {
            continue;
        }

        var row = RowOf(kindRows, wanted.Rule);
        row.Expected++;
        row.Alone += answer is null ? 0 : 1;
        // Where it says two things of one place and we say one, that one answers both.
        answer ??=
            found.Find(place => place.Line == wanted.Line && place.Column == wanted.Column)
            ?? found.Find(place => place.Line == wanted.Line);
        row.SameLine += answer is null ? 0 : 1;
        row.SameColumn += answer?.Column == wanted.Column ? 1 : 0;
        if (answer is null)
        {
            Console.WriteLine($"missed  {name}:{wanted.Line}:{wanted.Column}: {wanted.Message} [{wanted.Rule}]");
        }
        else if (answer.Column != wanted.Column)
        {
            Console.WriteLine($"column  {name}:{wanted.Line}:{wanted.Column}: {wanted.Message} [{wanted.Rule}]");
            Console.WriteLine($"        ours at {answer.Column}: {answer.Rule}: {answer.Message}");
        }
    }

    foreach (var answer in answers.OfType<Place>())
    {
        RowOf(ruleRows, answer.Rule).SameLine++;
    }

    foreach (var extra in open)
    {
        RowOf(ruleRows, extra.Rule).Extra++;
        if (kinds is null)
        {
            Console.WriteLine($"extra   {name}:{extra.Line}:{extra.Column}: {extra.Rule}: {extra.Message}");
        }
    }

    void Answer(Func<Place, Place, bool> matches)
    {
        for (var index = 0; index < expected.Count; index++)
        {
            if (answers[index] is null && open.FindIndex(place => matches(expected[index], place)) is var at and >= 0)
            {
                answers[index] = open[at];
                open.RemoveAt(at);
            }
        }
    }
}

List<Place> Expected(string workflow)
{
    var path = Path.ChangeExtension(workflow, ".out");
    if (!File.Exists(path))
    {
        return [];
    }

    var places = new List<Place>();
    foreach (var line in File.ReadLines(path))
    {
        // "test.yaml:1:2: message [kind]", or the same as an expression between slashes, with dots and brackets escaped.
        var match = Regex.Match(line, @"^/?[^:]*:(\d+):(\d+): (.*?)(?:\\?\[([a-z-]+)\\?\])?/?$");
        if (match.Success)
        {
            var kind = match.Groups[4].Success ? match.Groups[4].Value : "(not named)";
            places.Add(new Place(Number(match.Groups[1]), Number(match.Groups[2]), kind, match.Groups[3].Value.Trim()));
        }
        else if (line.Length > 0)
        {
            Console.WriteLine($"unread  {Path.GetFileName(path)}: {line}");
        }
    }

    return places;
}

List<Place> Check(string workflow)
{
    var file = Path.GetFileName(workflow);
    var subject = file is "action.yml" or "action.yaml" ? file : ".github/workflows/" + file;
    var report = PolicyCheck.Run(
        new CheckRequest
        {
            Snapshot = new RepositorySnapshot([Source(subject, workflow), .. companions]),
            Today = new DateTime(2026, 11, 23),
            ToolVersion = "0",
            Options = new AnalysisOptions { Only = ["pipelines"], MaxParallelism = 1 },
        },
        CancellationToken.None
    );
    return report
        .Findings.Select(static judged => judged.Finding)
        .Where(finding => finding.Location.Path == subject && (rules is null || rules.Contains(finding.RuleId)))
        .Select(PlaceOf)
        .OrderBy(static place => (place.Line, place.Column))
        .ToList();
}

static Place PlaceOf(Finding finding)
{
    var span = finding.Location.Span;
    return new Place(span?.StartLine ?? 1, span?.StartColumn ?? 1, finding.RuleId, finding.Message);
}

static SourceFile Source(string path, string file) =>
    new(path, EntryKind.File, _ => FileContent.Of(File.ReadAllBytes(file)));

static Row RowOf(SortedDictionary<string, Row> rows, string name)
{
    if (!rows.TryGetValue(name, out var row))
    {
        rows.Add(name, row = new Row());
    }

    return row;
}

static string Percent(int part, int whole) =>
    whole == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{part} {100.0 * part / whole:0}%");

static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

string? Option(string name) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

internal sealed record Place(int Line, int Column, string Rule, string Message);

internal sealed class Row
{
    public int Expected { get; set; }

    public int SameLine { get; set; }

    public int SameColumn { get; set; }

    public int Alone { get; set; }

    public int Extra { get; set; }

    public static Row Sum(IEnumerable<Row> rows)
    {
        var sum = new Row();
        foreach (var row in rows)
        {
            sum.Expected += row.Expected;
            sum.SameLine += row.SameLine;
            sum.SameColumn += row.SameColumn;
            sum.Alone += row.Alone;
            sum.Extra += row.Extra;
        }

        return sum;
    }
}
