#!/usr/bin/env dotnet
// Measures the repository's part of the analyzers in the compiler's own report: dotnet run -c Release bench/analyzer.cs [ROUNDS]
//
// Build it before: dotnet build src/Analyzers -c Release. It is loaded as the compiler does, from its folder and with its own
// netstandard2.0 engine, into Roslyn 4.8. A project is handed 1,000 YAML files (log-normal sizes, median 1 KB, fixed seed), and compiled
// for the first time, after an edit to C# code, and after an edit to one of the files; beside it YamlDotNet's bare parser reads the same
// texts. Each round has an analyzer of its own. The first rounds, in which the JIT works, are not counted, but for a line of their own.
#:package Microsoft.CodeAnalysis.CSharp@4.8.0
#:package YamlDotNet@16.3.0
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

const int Files = 1000;
const int Warmup = 15;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 31;
var folder = Path.GetFullPath(Path.Combine(Here(), "../src/Analyzers/bin/Release/netstandard2.0"));
if (!File.Exists(Path.Combine(folder, "Governance.Analyzers.dll")))
{
    Console.Error.WriteLine("build it before: dotnet build src/Analyzers -c Release");
    return 2;
}

var analyzerType = new Package(folder).Analyzer("Governance.Analyzers.RepositoryFindingsAnalyzer");
var random = new Random(20261123);
var texts = Enumerable.Range(0, Files).Select(Generated).ToArray();
var sizes = texts.Select(static file => file.Text.Length).Order().ToArray();
Console.WriteLine(
    $"{Files} files, median {sizes[Files / 2]} bytes, {sizes.Sum()} in all; {rounds} rounds after {Warmup}"
);
var code = CSharpCompilation.Create(
    "owner",
    [CSharpSyntaxTree.ParseText("class Program { }")],
    [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
);
var edited = code.ReplaceSyntaxTree(code.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class Program { int edited; }"));

var measured = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
for (var round = 0; round < Warmup + rounds; round++)
{
    var isCounted = round >= Warmup;
    GC.Collect();
    GC.WaitForPendingFinalizers();
    var bare = Milliseconds(BareParse);

    var analyzer = (DiagnosticAnalyzer)Activator.CreateInstance(analyzerType)!;
    var handed = Handed();
    GC.Collect();
    GC.WaitForPendingFinalizers();
    var first = Compile(code, analyzer, handed, Files);
    var afterCode = Compile(edited, analyzer, handed, 0);
    var changed = handed.SetItem(500, new Handed(handed[500].Path, handed[500].GetText()!.ToString() + "# edited\n"));
    var afterFile = Compile(edited, analyzer, changed, 1);
    if (round == 0)
    {
        Console.WriteLine($"cold, in a new process: YamlDotNet {bare:0} ms, first compilation {first.Report:0} ms");
    }

    if (isCounted)
    {
        Note("1 YamlDotNet, bare parse", bare);
        Note("2 first compilation", first.Report);
        Note("3 first compilation, as its caller sees it", first.Wall);
        Note("4 first compilation / bare parse", first.Report / bare);
        Note("5 a C# file edited", afterCode.Report);
        Note("6 a C# file edited, as its caller sees it", afterCode.Wall);
        Note("7 one file edited", afterFile.Report);
        Note("8 one file edited, as its caller sees it", afterFile.Wall);
    }
}

foreach (var (what, values) in measured)
{
    values.Sort();
    Console.WriteLine($"{what[2..], -45} median {values[values.Count / 2], 8:0.00}  lowest {values[0], 8:0.00}");
}

return 0;

void Note(string what, double value)
{
    measured.TryAdd(what, []);
    measured[what].Add(value);
}

void BareParse()
{
    foreach (var (_, text) in texts)
    {
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext()) { }
    }
}

ImmutableArray<AdditionalText> Handed()
{
    var list = new StringBuilder("governance-paths 1\nroot /repository/\ntoday 2026-11-23\n");
    foreach (var (path, _) in texts)
    {
        list.Append("/repository/").Append(path).Append('\n');
    }

    return
    [
        .. texts.Select(static file => new Handed("/repository/" + file.Path, file.Text)),
        new Handed("/repository/obj/governance-paths.v1.txt", list.ToString()),
    ];
}

(double Report, double Wall) Compile(
    CSharpCompilation compilation,
    DiagnosticAnalyzer analyzer,
    ImmutableArray<AdditionalText> handed,
    int parses
)
{
    var before = handed.Sum(static file => ((Handed)file).Parses);
    var watch = Stopwatch.StartNew();
    var result = compilation
        .WithAnalyzers(
            [analyzer],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(handed),
                onAnalyzerException: null,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: true
            )
        )
        .GetAnalysisResultAsync(CancellationToken.None)
        .GetAwaiter()
        .GetResult();
    var wall = watch.Elapsed.TotalMilliseconds;
    var parsed = handed.Sum(static file => ((Handed)file).Parses) - before;
    return parsed == parses
        ? (result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds, wall)
        : throw new InvalidOperationException($"{parsed} files were parsed, and not {parses}");
}

double Milliseconds(Action action)
{
    var watch = Stopwatch.StartNew();
    action();
    return watch.Elapsed.TotalMilliseconds;
}

(string Path, string Text) Generated(int index)
{
    // Box-Muller; sigma 1 gives a long tail without files of many megabytes.
    var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    var size = (int)Math.Clamp(1000 * Math.Exp(normal), 100, 400_000);
    return index % 2 == 0
        ? (
            $"pipelines/part{index / 100}/pipeline_{index}.yml",
            "$schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json\ntype: pipeline\n"
                + $"display_name: pipeline {index}\njobs:\n"
                + Fill(
                    size,
                    step =>
                        $"  step_{step}:\n    type: command\n    command: python main.py --seed {random.Next()}\n    code: ../../code/train\n    environment: azureml:shared@latest\n"
                )
        )
        : (
            $".github/workflows/workflow_{index}.yml",
            $"name: build {index}\non: [push]\njobs:\n"
                + Fill(
                    size,
                    job =>
                        $"  job_{job}:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: echo {random.Next()}\n"
                )
        );
}

string Fill(int size, Func<int, string> part)
{
    var text = new StringBuilder();
    for (var index = 0; text.Length < size - 100; index++)
    {
        text.Append(part(index));
    }

    return text.ToString();
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

/// <summary>The analyzers' folder; only Roslyn and the framework are shared with this program.</summary>
internal sealed class Package(string folder) : AssemblyLoadContext("package")
{
    public Type Analyzer(string name) =>
        LoadFromAssemblyPath(Path.Combine(folder, "Governance.Analyzers.dll")).GetType(name, throwOnError: true)!;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == "Governance.Engine"
            ? LoadFromAssemblyPath(Path.Combine(folder, "Governance.Engine.dll"))
            : null;
}

/// <summary>A file that counts how often its text is taken whole, which is done to parse it.</summary>
internal sealed class Handed(string path, string text) : AdditionalText
{
    private readonly CountedText _text = new(SourceText.From(text, Encoding.UTF8));

    public override string Path => path;

    public int Parses => _text.Parses;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    private sealed class CountedText(SourceText text) : SourceText
    {
        private int _parses;

        public int Parses => _parses;

        public override Encoding? Encoding => text.Encoding;

        public override int Length => text.Length;

        public override char this[int position] => text[position];

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
            text.CopyTo(sourceIndex, destination, destinationIndex, count);

        public override string ToString(TextSpan span)
        {
            if (span.Length == Length)
            {
                Interlocked.Increment(ref _parses);
            }

            return text.ToString(span);
        }
    }
}
