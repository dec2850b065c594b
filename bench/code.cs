#!/usr/bin/env dotnet
// What the rules about C# code cost a compilation: dotnet run -c Release bench/code.cs [ROUNDS] [FOLDER]
//
// Build it before: dotnet build src/Analyzers -c Release. Compiles 100,000 lines (1,000 classes that call, create, compare and write texts, some of
// them clients of Azure and SQL; or every .cs file of FOLDER, without what it needs to bind) in Roslyn 4.8: to an assembly, and then with the analyzers
// of code. Reported are the compiler's own figure for the analyzers, and the processor time of the whole process without them, with one that is asked of the
// same operations and does nothing, and with them: operations are made for analyzers alone, whatever these do.
#:package Microsoft.CodeAnalysis.CSharp@4.8.0
#:package Azure.Identity@1.21.0
#:package Azure.Storage.Blobs@12.30.1
#:package Microsoft.Data.SqlClient@7.1.0
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property NuGetAudit=false

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

const int Warmup = 2;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
var assembly = Path.GetFullPath(
    Path.Combine(Here(), "../src/Analyzers/bin/Release/netstandard2.0/Governance.Analyzers.dll")
);
if (!File.Exists(assembly))
{
    Console.Error.WriteLine("build it before: dotnet build src/Analyzers -c Release");
    return 2;
}

string[] names = ["HumanSignInAnalyzer", "Secrets.CommittedSecretAnalyzer"];
var types = names
    .Select(name => Assembly.LoadFrom(assembly).GetType("Governance.Analyzers.CSharp." + name, throwOnError: true)!)
    .ToList();
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
    .Split(Path.PathSeparator)
    .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
    .ToList();
var texts =
    args.Length > 1
        ? Directory.GetFiles(args[1], "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList()
        : Enumerable.Range(0, 1000).Select(Generated).ToList();
Console.WriteLine($"{texts.Count} files, {texts.Sum(static text => text.Count(static c => c == '\n'))} lines");

var measured = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
for (var round = 0; round < Warmup + rounds; round++)
{
    var bare = Measure(compilation => compilation.Emit(Stream.Null).Diagnostics.Length);
    var report = 0.0;
    var told = 0;
    var idle = Measure(compilation =>
    {
        Analyze(compilation, [new Idle()]);
        return compilation.Emit(Stream.Null).Diagnostics.Length;
    });
    var with = Measure(compilation =>
    {
        var result = Analyze(
            compilation,
            [.. types.Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)]
        );
        report = result.AnalyzerTelemetryInfo.Values.Sum(static one => one.ExecutionTime.TotalMilliseconds);
        told = result.GetAllDiagnostics().Length;
        return compilation.Emit(Stream.Null).Diagnostics.Length;
    });
    if (round >= Warmup)
    {
        Note("1 compilation, milliseconds", bare.Wall);
        Note("2 analyzers by the compiler's report, milliseconds", report);
        Note("3 the same, % of the compilation", 100 * report / bare.Wall);
        Note("4 processor time without analyzers, milliseconds", bare.Cpu);
        Note("5 with one that is asked of the same and does nothing", idle.Cpu);
        Note("6 with them", with.Cpu);
        Note("7 findings", told);
    }
}

foreach (var (what, values) in measured)
{
    values.Sort();
    Console.WriteLine($"{what[2..], -52} median {values[values.Count / 2], 9:0.0}  lowest {values[0], 9:0.0}");
}

return 0;

static AnalysisResult Analyze(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
    compilation
        .WithAnalyzers(
            analyzers,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, logAnalyzerExecutionTime: true)
        )
        .GetAnalysisResultAsync(CancellationToken.None)
        .GetAwaiter()
        .GetResult();

(double Wall, double Cpu) Measure(Func<CSharpCompilation, int> compile)
{
    // Trees that were bound before would be compiled for nothing.
    var compilation = CSharpCompilation.Create(
        "measured",
        texts.Select(static text => CSharpSyntaxTree.ParseText(text)),
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
    );
    GC.Collect();
    GC.WaitForPendingFinalizers();
    var cpu = Environment.CpuUsage.TotalTime;
    var watch = Stopwatch.StartNew();
    compile(compilation);
    return (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
}

void Note(string what, double value)
{
    measured.TryAdd(what, []);
    measured[what].Add(value);
}

static string Generated(int index)
{
    var text = new StringBuilder(
        $"using System;\nusing System.Collections.Generic;\nusing System.Linq;\nnamespace Measured.Part{index / 50};\n\npublic sealed class Class{index}\n{{\n"
    );
    for (var method = 0; method < 6; method++)
    {
        text.Append(
            $$"""
                private readonly Dictionary<string, int> _counts{{method}} = new();

                public int Method{{method}}(IReadOnlyList<string> names, int limit)
                {
                    var total = limit;
                    foreach (var name in names.Where(one => one.Length > {{method}}).Select(one => one.Trim()))
                    {
                        if (!_counts{{method}}.TryGetValue(name, out var count))
                        {
                            count = string.Equals(name, "item-{{index}}-{{method}}", StringComparison.Ordinal) ? 1 : 0;
                        }

                        _counts{{method}}[name] = count + 1;
                        total += count * {{index % 7 + 1}};
                        Console.WriteLine($"{name}: {count} of {limit}");
                    }

                    return total > limit ? Math.Max(total, {{index}}) : names.Count;
                }

            """
        );
    }

    if (index % 20 == 0)
    {
        text.Append(
            """
                public object Client(string address) =>
                    new Azure.Storage.Blobs.BlobServiceClient(new Uri(address), new Azure.Identity.ManagedIdentityCredential());

                public object Connection(string server) =>
                    new Microsoft.Data.SqlClient.SqlConnection($"Server={server};Database=sales;Authentication=Active Directory Default");

            """
        );
    }

    return text.Append("}\n").ToString();
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

#pragma warning disable RS1036 // It is never released.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class Idle : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Nothing = new("IDLE", "", "", "", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Nothing];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(
            static _ => { },
            OperationKind.ObjectCreation,
            OperationKind.Invocation,
            OperationKind.SimpleAssignment
        );
    }
}
