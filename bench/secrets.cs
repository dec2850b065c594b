#!/usr/bin/env dotnet
// What three analyzers find of secrets in the same C# code, in one run:
// dotnet build src/Analyzers -c Release && dotnet run bench/secrets.cs [-- FOLDER]
//
// GOV0301 of this project, S2068 and S6418 of SonarAnalyzer.CSharp, SCS0015 of SecurityCodeScan. The code is that of the examples on
// GOV0301's page, or every .cs file of FOLDER as one project, compiled against the client libraries themselves; what is not on
// nuget.org is declared here. The secrets of the page are made up to be read; S6418 asks for randomness, so each is replaced by a
// random-looking text, the same in every run.
#:package Microsoft.CodeAnalysis.CSharp@4.14.0
#:package Microsoft.CodeAnalysis.CSharp.Workspaces@4.14.0
#:package SonarAnalyzer.CSharp@10.36.0.15337
#:package SecurityCodeScan.VS2019@5.6.7
#:package Azure.Identity@1.21.0
#:package Azure.Storage.Blobs@12.30.1
#:package Microsoft.Data.SqlClient@7.1.0
#:package Microsoft.EntityFrameworkCore.SqlServer@10.0.14
#:package Microsoft.Extensions.Hosting.Abstractions@10.0.14
#:package MongoDB.Driver@3.14.0
#:package Npgsql@10.0.3
#:package Octokit@14.0.0
#:package OpenAI@2.15.0
#:package StackExchange.Redis@3.4.35
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property NuGetAudit=false

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

string[] rules = ["GOV0301", "S2068", "S6418", "SCS0015"];
var packages =
    Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
var analyzers = new List<DiagnosticAnalyzer>();

// As the package has it, beside its netstandard2.0 engine.
analyzers.AddRange(Load(Path.GetFullPath("src/Analyzers/bin/Release/netstandard2.0/Governance.Analyzers.dll")));
analyzers.AddRange(Load(packages + "/sonaranalyzer.csharp/10.36.0.15337/analyzers/SonarAnalyzer.CSharp.dll"));
analyzers.AddRange(Load(packages + "/securitycodescan.vs2019/5.6.7/analyzers/dotnet/SecurityCodeScan.VS2019.dll"));

// Sonar runs what it calls hotspots only where such a file asks for them.
var sonar = new Handed(
    "SonarLint.xml",
    "<AnalysisInput><Rules><Rule><Key>S2068</Key></Rule><Rule><Key>S6418</Key></Rule></Rules></AnalysisInput>"
);
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
    .Split(Path.PathSeparator)
    .Where(static path => !Path.GetFileName(path).StartsWith("Governance.", StringComparison.Ordinal))
    .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
    .ToList();
references.AddRange(
    Declared(
        "AWSSDK.Core",
        "namespace Amazon.Runtime { public class BasicAWSCredentials { public BasicAWSCredentials(string accessKey, string secretKey) { } } }"
    ),
    Declared(
        "Azure.Messaging.ServiceBus",
        "namespace Azure.Messaging.ServiceBus { public class ServiceBusClient { public ServiceBusClient(string connectionString) { } } }"
    ),
    Declared(
        "Microsoft.VisualStudio.Services.Common",
        "namespace Microsoft.VisualStudio.Services.Common { public class VssBasicCredential { public VssBasicCredential(string userName, string password) { } } }"
    )
);

var totals = new Dictionary<string, int>();
var cases = args.Length > 0 ? [OfFolder(args[0])] : OfPage().ToList();
foreach (var (title, files) in cases)
{
    var compilation = CSharpCompilation.Create(
        "project",
        files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)),
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSpecificDiagnosticOptions(
            rules.ToImmutableDictionary(static rule => rule, static _ => ReportDiagnostic.Warn)
        )
    );
    var errors = compilation.GetDiagnostics().Count(static one => one.Severity == DiagnosticSeverity.Error);
    Console.WriteLine($"## {title}" + (errors > 0 ? $" ({errors} errors of the compiler)" : ""));
    var told = await compilation
        .WithAnalyzers([.. analyzers], new AnalyzerOptions([sonar]))
        .GetAnalyzerDiagnosticsAsync();
    foreach (var failed in told.Where(static one => one.Id is "AD0001" or "GOV0001"))
    {
        Console.WriteLine("failed: " + failed.GetMessage());
    }

    var found = told.Where(one => rules.Contains(one.Id))
        .Select(static one =>
            (one.Id, one.Location.GetLineSpan().Path, one.Location.GetLineSpan().StartLinePosition.Line)
        )
        .Distinct()
        .ToList();
    foreach (var line in found.GroupBy(static one => (one.Path, one.Line)).OrderBy(static line => line.Key))
    {
        var text = files.First(file => file.Path == line.Key.Path).Text.Split('\n')[line.Key.Line].Trim();
        var marks = rules.Select(rule => (line.Any(one => one.Id == rule) ? rule : "").PadRight(8));
        Console.WriteLine(
            $"{string.Join(" ", marks)} {line.Key.Path}:{line.Key.Line + 1} {text[..Math.Min(110, text.Length)]}"
        );
    }

    foreach (var rule in rules)
    {
        totals[rule] = totals.GetValueOrDefault(rule) + found.Count(one => one.Id == rule);
    }
}

Console.WriteLine("lines: " + string.Join(", ", rules.Select(rule => $"{rule} {totals.GetValueOrDefault(rule)}")));
return 0;

static IEnumerable<DiagnosticAnalyzer> Load(string path)
{
    var assembly = Assembly.LoadFrom(path);
    return assembly
        .GetTypes()
        .Where(static type =>
            !type.IsAbstract
            && type.GetCustomAttributes<DiagnosticAnalyzerAttribute>()
                .Any(one => one.Languages.Contains(LanguageNames.CSharp))
        )
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .Where(static one =>
            one.SupportedDiagnostics.Any(rule => rule.Id is "GOV0301" or "S2068" or "S6418" or "SCS0015")
        )
        .ToList();
}

static MetadataReference Declared(string name, string source)
{
    var image = new MemoryStream();
    CSharpCompilation
        .Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        )
        .Emit(image);
    return MetadataReference.CreateFromImage(image.ToArray());
}

static (string Title, List<(string Path, string Text)> Files) OfFolder(string folder) =>
    (
        folder,
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path)))
            .ToList()
    );

static IEnumerable<(string Title, List<(string Path, string Text)> Files)> OfPage()
{
    var page = File.ReadAllText(Path.Combine("rules", "credentials", "GOV0301-committed-secret.md"));
    foreach (var section in Regex.Split(page, "^## (?=Reported|Accepted)", RegexOptions.Multiline).Skip(1))
    {
        foreach (var example in Regex.Split(section, "^### ", RegexOptions.Multiline).Skip(1))
        {
            var files = Regex
                .Matches(example, "^```csharp path=(.*?)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
                .Select(static block => (block.Groups[1].Value, Unmarked(block.Groups[2].Value)))
                .ToList();
            yield return ($"{section.Split('\n')[0]}: {example.Split('\n')[0]}", files);
        }
    }
}

static string Random(string text) =>
    Regex.Replace(
        text,
        @"hunter2(-not-real(-\d)?)?",
        static secret => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret.Value)))[..40]
    );

static string Unmarked(string text) =>
    Regex
        .Replace(Random(text), @"\s# (?:error|warning|note): GOV.*$", "", RegexOptions.Multiline)
        .Replace("[|", "", StringComparison.Ordinal)
        .Replace("|]", "", StringComparison.Ordinal);

internal sealed class Handed(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
