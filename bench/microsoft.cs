#!/usr/bin/env dotnet
// What GOV0301 finds of the secrets that two programs of Microsoft test themselves with:
// dotnet run bench/microsoft.cs -- [--utilities CLONE] [--matcher CLONE] [--list]
//
// microsoft/security-utilities makes up examples of each kind of key it knows, checksums included: its sources are built to a folder for
// the time of the run, and of the first twelve examples of a kind each is a file of its own. Most of them have one character, over and over,
// in place of what is random, which is none to us: such a run is filled here with others, the same in every run. Of the files that the plugin for security of
// microsoft/sarif-pattern-matcher is tested with, a result that it expects is found where one of ours is on one of its lines.
//
//   --list    print what is missed of each kind, and what is found that the matcher does not expect
#:project ../src/Engine/Engine.csproj
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property NuGetAudit=false

using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Repository;

var isListed = args.Contains("--list");
if (Argument("--utilities") is { } utilities)
{
    var patterns = Utilities(utilities).GetType("Microsoft.Security.Utilities.WellKnownRegexPatterns", true)!;
    foreach (var list in (string[])["PreciselyClassifiedSecurityKeys", "UnclassifiedPotentialSecurityKeys"])
    {
        Report(
            $"security-utilities, {list}",
            ((IEnumerable)patterns.GetProperty(list)!.GetValue(null)!)
                .Cast<object>()
                .SelectMany(static pattern =>
                    Examples(pattern)
                        .Select(example =>
                            (Kind: Name(pattern), IsFound: Lines("example.txt", example).Count > 0, example)
                        )
                )
        );
    }
}

if (Argument("--matcher") is { } matcher)
{
    var data = Path.Combine(matcher, "src", "Plugins", "Tests.Security", "TestData", "SecurePlaintextSecrets");
    Report(
        "sarif-pattern-matcher",
        Directory.EnumerateFiles(Path.Combine(data, "Inputs")).Order(StringComparer.Ordinal).SelectMany(Results)
    );
}

string? Argument(string name) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

static string Name(object pattern) => (string)pattern.GetType().GetProperty("Name")!.GetValue(pattern)!;

static IEnumerable<string> Examples(object pattern) =>
    ((IEnumerable<string>)pattern.GetType().GetMethod("GenerateTruePositiveExamples")!.Invoke(pattern, null)!)
        .Take(12)
        .Select(Filled);

static string Filled(string example)
{
    var random = new Random(1);
    return Regex.Replace(
        example,
        @"([A-Za-z0-9])\1{9,}",
        run =>
            string.Concat(
                run.Value.Select(_ => "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"[random.Next(56)])
            )
    );
}

// Its own project asks for what only its makers have: how it is versioned and signed.
static Assembly Utilities(string clone)
{
    var folder = Directory.CreateTempSubdirectory("utilities").FullName;
    File.WriteAllText(
        Path.Combine(folder, "utilities.csproj"),
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>preview</LangVersion>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="{Path.GetFullPath(clone)}/src/Microsoft.Security.Utilities.Core/*.cs" />
            <Compile Include="{Path.GetFullPath(clone)}/src/Microsoft.Security.Utilities.Core/*Keys/*.cs" />
            <Compile Include="{Path.GetFullPath(
            clone
        )}/src/Microsoft.Security.Utilities.Core/DataClassification/*.cs" />
          </ItemGroup>
        </Project>
        """
    );
    File.WriteAllText(
        Path.Combine(folder, "ThisAssembly.cs"),
        """internal static class ThisAssembly { public const string AssemblyFileVersion = "0", AssemblyInformationalVersion = "0", AssemblyVersion = "0"; }"""
    );
    var start = new ProcessStartInfo(
        "dotnet",
        ["build", folder, "-v", "q", "-nowarn:*", "-o", Path.Combine(folder, "out")]
    );
    start.RedirectStandardOutput = true;
    using var build = Process.Start(start)!;
    var output = build.StandardOutput.ReadToEnd();
    build.WaitForExit();
    return build.ExitCode == 0
        ? Assembly.LoadFrom(Path.Combine(folder, "out", "utilities.dll"))
        : throw new InvalidOperationException(output);
}

void Report(string title, IEnumerable<(string Kind, bool IsFound, string Text)> examples)
{
    var all = examples.ToList();
    Console.WriteLine($"{title}: found {all.Count(static one => one.IsFound)} of {all.Count}");
    foreach (var kind in all.GroupBy(static one => one.Kind).Where(static kind => kind.Any(static one => !one.IsFound)))
    {
        Console.WriteLine($"    {kind.Key}: {kind.Count(static one => one.IsFound)} of {kind.Count()}");
        foreach (var (_, _, text) in kind.Where(one => isListed && !one.IsFound))
        {
            Console.WriteLine($"        {text.ReplaceLineEndings("\\n")}");
        }
    }
}

IEnumerable<(string Kind, bool IsFound, string Text)> Results(string file)
{
    var expected = file.Replace("Inputs", "ExpectedOutputs", StringComparison.Ordinal);
    expected = Path.ChangeExtension(expected, ".sarif");
    if (!File.Exists(expected))
    {
        yield break;
    }

    var text = File.ReadAllText(file);
    var lines = text.Split('\n');
    var found = Lines(Path.GetFileName(file), text);
    using var log = JsonDocument.Parse(File.ReadAllText(expected));
    var kind = Path.GetFileNameWithoutExtension(file);
    var known = new HashSet<int>();
    if (!log.RootElement.GetProperty("runs")[0].TryGetProperty("results", out var results))
    {
        yield break;
    }

    foreach (var result in results.EnumerateArray())
    {
        if (
            !result.GetProperty("locations")[0].GetProperty("physicalLocation").TryGetProperty("region", out var region)
            || !region.TryGetProperty("startLine", out _)
        )
        {
            continue;
        }

        var first = region.GetProperty("startLine").GetInt32();
        var last = region.TryGetProperty("endLine", out var end) ? end.GetInt32() : first;
        known.UnionWith(Enumerable.Range(first, last - first + 1));
        yield return (kind, found.Any(line => line >= first && line <= last), lines[first - 1].Trim());
    }

    foreach (var line in found.Except(known).Where(_ => isListed).Order())
    {
        Console.WriteLine($"    besides in {kind}: {lines[line - 1].Trim()}");
    }
}

static HashSet<int> Lines(string name, string text)
{
    var content = FileContent.Of(Encoding.UTF8.GetBytes(text));
    var report = PolicyCheck.Run(
        new CheckRequest
        {
            Snapshot = new RepositorySnapshot([new SourceFile("code/" + name, EntryKind.File, _ => content)]),
            Today = new DateTime(2026, 11, 23),
            ToolVersion = "0",
            Options = new AnalysisOptions { Only = ["GOV0301"], MaxParallelism = 1 },
        },
        CancellationToken.None
    );
    return report
        .Findings.Where(static judged => judged.Finding.RuleId.StartsWith("GOV0301/", StringComparison.Ordinal))
        .Select(static judged => judged.Finding.Location.Span?.StartLine ?? 1)
        .ToHashSet();
}
