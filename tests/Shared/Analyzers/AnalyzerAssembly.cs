using System;
using System.Collections.Immutable;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Governance.Tests.Analyzers;

/// <summary>
/// The analyzer as the compiler loads it: in a context of its own, beside the netstandard2.0 engine of its package; only
/// Roslyn and the framework are shared with the host.
/// </summary>
internal sealed class AnalyzerAssembly : AssemblyLoadContext
{
    private static readonly AnalyzerAssembly Loaded = new();

    private readonly string _folder = Path.Combine(
        SourceTree.Root,
        "src",
        "Analyzers",
        "bin",
        SourceTree.Configuration,
        "netstandard2.0"
    );

    private AnalyzerAssembly()
        : base("Governance.Analyzers") { }

    public static DiagnosticAnalyzer NewRepositoryFindingsAnalyzer() =>
        New("Governance.Analyzers.RepositoryFindingsAnalyzer");

    /// <summary>The analyzers of C# code.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> NewCSharpAnalyzers() =>
        [
            New("Governance.Analyzers.CSharp.HumanSignInAnalyzer"),
            New("Governance.Analyzers.CSharp.Secrets.CommittedSecretAnalyzer"),
        ];

    public static Type Type(string name) =>
        Loaded
            .LoadFromAssemblyPath(Path.Combine(Loaded._folder, "Governance.Analyzers.dll"))
            .GetType(name, throwOnError: true)!;

    private static DiagnosticAnalyzer New(string name) => (DiagnosticAnalyzer)Activator.CreateInstance(Type(name))!;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == "Governance.Engine"
            ? LoadFromAssemblyPath(Path.Combine(_folder, "Governance.Engine.dll"))
            : null;
}
