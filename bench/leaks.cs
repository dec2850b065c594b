#!/usr/bin/env dotnet
// Scans the examples that gitleaks or betterleaks keep beside their rules: dotnet run bench/leaks.cs -- CLONE [--list] [--kinds]
//
// CLONE is a work tree of either; its rules are read from cmd/generate/config/rules/*.go. Of the []string literals (and appends, and maps)
// named tps and fps, or truePositives and falsePositives, those elements count that are one plain literal: what is put together when the
// program runs is left out. Each is checked as a file of its own by GOV0301. Found is a text with any finding, whatever detector it is of.
//
//   --list    print what of tps is missed, and what of fps is flagged and by which detectors
//   --kinds   print how many findings of tps each detector has
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

var rules = Path.Combine(args.FirstOrDefault() ?? ".", "cmd", "generate", "config", "rules");
if (!Directory.Exists(rules))
{
    Console.Error.WriteLine("usage: dotnet run bench/leaks.cs -- CLONE [--list] [--kinds]");
    return 2;
}

var isListed = args.Contains("--list");
var (secrets, found, others, flagged, elsewhere) = (0, 0, 0, 0, 0);
var examples = Directory
    .EnumerateFiles(rules, "*.go")
    .Order(StringComparer.Ordinal)
    .SelectMany(static file => Examples(File.ReadAllText(file)).Select(one => (File: file, one.IsSecret, one.Text)))
    .ToList();
var secretWords = examples
    .Where(static one => one.IsSecret)
    .SelectMany(static one => Words(one.Text))
    .ToHashSet(StringComparer.Ordinal);
var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
foreach (var (file, isSecret, text) in examples)
{
    var detectors = Detectors(text);
    var isElsewhere = !isSecret && Words(text).Any(secretWords.Contains);
    secrets += isSecret ? 1 : 0;
    others += isSecret ? 0 : 1;
    found += isSecret && detectors.Count > 0 ? 1 : 0;
    flagged += !isSecret && detectors.Count > 0 ? 1 : 0;
    elsewhere += isElsewhere && detectors.Count > 0 ? 1 : 0;
    foreach (var detector in detectors.Where(_ => isSecret))
    {
        kinds[detector] = kinds.GetValueOrDefault(detector) + 1;
    }

    if (isListed && isSecret != detectors.Count > 0)
    {
        var line = text.ReplaceLineEndings("\\n");
        Console.WriteLine(
            $"{(isSecret ? "missed" : "flagged"), -8}{Path.GetFileName(file)}: {line[..Math.Min(200, line.Length)]}"
                + (
                    isSecret
                        ? ""
                        : $"  [{string.Join(", ", detectors)}]{(isElsewhere ? " a secret of another example" : "")}"
                )
        );
    }
}

foreach (var (kind, count) in kinds.Where(_ => args.Contains("--kinds")))
{
    Console.WriteLine($"{count, 6} {kind}");
}

Console.WriteLine(
    $"found {found} of {secrets}, flagged {flagged} of {others}, {elsewhere} of them secrets of other examples"
);
return 0;

// What may be a secret in an example: long, without blanks; what a prefix tells apart is left to the reader.
static IEnumerable<string> Words(string text) =>
    Regex
        .Matches(text, @"[A-Za-z0-9+/_.-]{20,}")
        .Select(static word => word.Value[(word.Value.IndexOf('_', 0, Math.Min(8, word.Length)) + 1)..])
        .Where(static word => word.Length >= 20 && word.Any(char.IsDigit));

static List<string> Detectors(string text)
{
    var content = FileContent.Of(Encoding.UTF8.GetBytes(text));
    var report = PolicyCheck.Run(
        new CheckRequest
        {
            Snapshot = new RepositorySnapshot([new SourceFile("code/example.txt", EntryKind.File, _ => content)]),
            Today = new DateTime(2026, 11, 23),
            ToolVersion = "0",
            Options = new AnalysisOptions { Only = ["GOV0301"], MaxParallelism = 1 },
        },
        CancellationToken.None
    );
    return report
        .Findings.Select(static judged => judged.Finding.RuleId)
        .Where(static id => id.StartsWith("GOV0301/", StringComparison.Ordinal))
        .Select(static id => id["GOV0301/".Length..])
        .ToList();
}

static IEnumerable<(bool IsSecret, string Text)> Examples(string source)
{
    const string Lists =
        @"\b(\w+)\s*(?::=|=|:)\s*(?:\[\]|map\[string\])string\{|\b(?<name>\w+)\s*=\s*append\(\s*\k<name>\s*,";
    foreach (Match list in Regex.Matches(source, Lists))
    {
        var name = list.Groups["name"].Success ? list.Groups["name"].Value : list.Groups[1].Value;
        if (name is "tps" or "fps" or "truePositives" or "falsePositives")
        {
            foreach (var text in PlainElements(source, list.Index + list.Length))
            {
                yield return (name[0] == 't', text);
            }
        }
    }
}

// The elements of a list in Go from behind its opening bracket that are one literal each.
static IEnumerable<string> PlainElements(string source, int at)
{
    string? literal = null;
    var parts = 0;
    for (var depth = 1; at < source.Length; at++)
    {
        var sign = source[at];
        if (sign is '"' or '`')
        {
            var end = EndOfLiteral(source, at);
            literal = source[(at + 1)..end];
            literal = sign == '"' ? Unescaped(literal) : literal;
            parts++;
            at = end;
        }
        else if (sign == '/' && source[at + 1] == '/')
        {
            at = source.IndexOf('\n', at);
        }
        else if (sign is ')' or '}' or ']' && --depth == 0)
        {
            break;
        }
        else if (sign == ',' && depth == 1)
        {
            if (parts == 1 && literal is not null)
            {
                yield return literal;
            }

            (literal, parts) = (null, 0);
        }
        else if (!char.IsWhiteSpace(sign))
        {
            depth += sign is '(' or '{' or '[' ? 1 : 0;
            parts++;
        }
    }

    if (parts == 1 && literal is not null)
    {
        yield return literal;
    }
}

static int EndOfLiteral(string source, int at)
{
    var quote = source[at++];
    while (source[at] != quote)
    {
        at += quote == '"' && source[at] == '\\' ? 2 : 1;
    }

    return at;
}

static string Unescaped(string text) =>
    Regex.Replace(
        text,
        @"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))",
        static escape =>
            escape.Groups[3].Value switch
            {
                "" => (
                    (char)
                        int.Parse(
                            escape.Groups[1].Value + escape.Groups[2].Value,
                            NumberStyles.HexNumber,
                            CultureInfo.InvariantCulture
                        )
                ).ToString(),
                "n" => "\n",
                "r" => "\r",
                "t" => "\t",
                var other => other,
            }
    );
