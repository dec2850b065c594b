#!/usr/bin/env dotnet
// Checks the pipelines of whole repositories and counts what is found: dotnet run bench/pipelines.cs -- FOLDER... [options]
//
// Each FOLDER is the root of one repository. Printed are, for each, how many files of Azure Pipelines and workflows of GitHub it has, the
// findings of each rule and the time of a second check in the same process; then each finding of the rules asked for.
//
//   --rules A,B     list each finding of these rules; "all" for all of them
//   --peer DIR      hold every file of Azure Pipelines against Microsoft's language service too, and count files that it refuses beside
//                   files in which we find an error. DIR holds node_modules with azure-pipelines-language-service
//                   (npm install --prefix DIR azure-pipelines-language-service); node is on the path
//   --schema FILE   the schema for the peer: service-schema.json of github.com/microsoft/azure-pipelines-vscode; needed with --peer
//   --peer-list     list the files that the peer refuses, with its first message
#:project ../src/Engine/Engine.csproj
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules;

var folders = args.TakeWhile(static arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
if (folders.Count == 0 || !folders.TrueForAll(Directory.Exists))
{
    Console.Error.WriteLine(
        "usage: dotnet run bench/pipelines.cs -- FOLDER... [--rules A,B] [--peer DIR --schema FILE [--peer-list]]"
    );
    return 2;
}

var listed = Option("--rules")?.Split(',') ?? [];
var totals = new SortedDictionary<string, int>(StringComparer.Ordinal);
var all = new Row("all");
var refusals = new List<string>();
Console.WriteLine($"{"repository", -44}{"azure", 7}{"ours", 6}{"peer", 6}{"github", 8}{"ms", 7}  findings");
foreach (var folder in folders)
{
    var files = Sources(folder);
    var snapshot = new RepositorySnapshot(files.Values.Select(static file => file.Source));
    var facts = new FactStore();
    var result = Analyze(snapshot, facts);
    var watch = Stopwatch.StartNew();
    Analyze(snapshot, null);
    watch.Stop();
    var row = new Row(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))
    {
        Milliseconds = watch.ElapsedMilliseconds,
    };
    var pipelines = facts.AzurePipelines;
    var findings = result.Findings.Where(static finding =>
        finding.BaseRuleId.StartsWith("GOV04", StringComparison.Ordinal)
    );
    var counts = findings.GroupBy(static finding => finding.RuleId).OrderBy(static group => group.Key).ToList();
    foreach (var group in counts)
    {
        totals[group.Key] = totals.GetValueOrDefault(group.Key) + group.Count();
    }

    row.Azure = pipelines.Count;
    row.Ours = findings
        .Where(finding => IsError(finding) && pipelines.Contains(finding.Location.Path))
        .Select(static finding => finding.Location.Path)
        .Distinct(StringComparer.Ordinal)
        .Count();
    row.GitHub = files.Keys.Count(static path => PathClassifier.Classify(path) == FileClass.GitHubWorkflow);
    row.Findings = string.Join(", ", counts.Select(static group => $"{group.Key} {group.Count()}"));
    if (Option("--peer") is { } peer)
    {
        var refused = Refused(pipelines.Order(StringComparer.Ordinal).Select(path => files[path].File), peer);
        row.Peer = refused.Count;
        refusals.AddRange(refused);
    }

    row.Print();
    all.Add(row);
    foreach (var finding in findings.Where(finding => listed.Contains("all") || listed.Contains(finding.RuleId)))
    {
        var (line, column) = (finding.Location.Span?.StartLine ?? 1, finding.Location.Span?.StartColumn ?? 1);
        Console.WriteLine($"  {finding.Location.Path}:{line}:{column}: {finding.RuleId}: {finding.Message}");
    }
}

all.Findings = string.Join(", ", totals.Select(static total => $"{total.Key} {total.Value}"));
all.Print();
if (args.Contains("--peer-list"))
{
    refusals.ForEach(Console.WriteLine);
}

return 0;

static bool IsError(Finding finding) => RuleCatalog.Find(finding.RuleId)?.Severity == Severity.Error;

static Dictionary<string, (SourceFile Source, string File)> Sources(string folder)
{
    var sources = new Dictionary<string, (SourceFile Source, string File)>(StringComparer.Ordinal);
    foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
    {
        var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
        if (!path.StartsWith(".git/", StringComparison.Ordinal))
        {
            var length = new FileInfo(file).Length;
            sources[path] = (
                new SourceFile(path, EntryKind.File, _ => FileContent.Of(File.ReadAllBytes(file)), path, length),
                file
            );
        }
    }

    return sources;
}

static AnalysisResult Analyze(RepositorySnapshot snapshot, FactStore? facts) =>
    RepositoryAnalyzer.Analyze(
        snapshot,
        PolicyLoader.Load(new PolicyInput { Today = new DateTime(2026, 11, 23) }).Policy,
        new AnalysisOptions { Only = ["pipelines"], OpenStore = facts is null ? null : _ => facts },
        CancellationToken.None
    );

// One process reads the names of files and answers for each that is refused: the name, a tab, and the first message.
List<string> Refused(IEnumerable<string> files, string peer)
{
    const string Script = """
        const { getLanguageService, parse, TextDocument } = require('azure-pipelines-language-service');
        const fs = require('fs');
        (async () => {
          const schema = JSON.parse(fs.readFileSync(process.argv[1], 'utf8'));
          const service = getLanguageService(async () => schema, [], async () => 'file:///schema.json');
          service.configure({ validate: true });
          for (const file of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
            const document = TextDocument.create('file:///a.yml', 'azure-pipelines', 1, fs.readFileSync(file, 'utf8'));
            let found;
            try { found = await service.doValidation(document, parse(document.getText(), [])); }
            catch (error) { found = [{ message: String(error) }]; }
            if (found.length > 0) { console.log('refused\t' + file + '\t' + found[0].message.split('\n')[0]); }
          }
        })();
        """;
    var start = new ProcessStartInfo("node", ["-e", Script, Path.GetFullPath(Option("--schema") ?? "")])
    {
        WorkingDirectory = peer,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    };
    using var node = Process.Start(start)!;
    node.StandardInput.Write(string.Join('\n', files.Select(Path.GetFullPath)));
    node.StandardInput.Close();
    var answers = node.StandardOutput.ReadToEnd();
    node.WaitForExit();
    return node.ExitCode == 0
        ? answers.Split('\n').Where(static line => line.StartsWith("refused", StringComparison.Ordinal)).ToList()
        : throw new InvalidOperationException($"node ended with {node.ExitCode}; is the package installed in {peer}?");
}

string? Option(string name) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

internal sealed class Row(string name)
{
    public int Azure { get; set; }

    public int Ours { get; set; }

    public int? Peer { get; set; }

    public int GitHub { get; set; }

    public long Milliseconds { get; set; }

    public string Findings { get; set; } = "";

    public void Add(Row row)
    {
        Azure += row.Azure;
        Ours += row.Ours;
        Peer = row.Peer is null ? Peer : (Peer ?? 0) + row.Peer;
        GitHub += row.GitHub;
        Milliseconds += row.Milliseconds;
    }

    public void Print() =>
        Console.WriteLine($"{name, -44}{Azure, 7}{Ours, 6}{Peer, 6}{GitHub, 8}{Milliseconds, 7}  {Findings}");
}

// Hears of all results, to tell which files are of Azure Pipelines; paths stand for ids of blobs.
internal sealed class FactStore : IFileResultStore
{
    public HashSet<string> AzurePipelines { get; } = new(StringComparer.Ordinal);

    public bool TryGet(FileResultKey key, [NotNullWhen(true)] out FileResult? result)
    {
        result = null;
        return false;
    }

    public void Put(FileResultKey key, FileResult result)
    {
        if (result.Facts.Any(static fact => fact.Kind == FactKind.AzurePipeline))
        {
            lock (AzurePipelines)
            {
                AzurePipelines.Add(key.BlobId);
            }
        }
    }
}
