using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers.Tests.Support;

/// <summary>C# code that is compiled against what it signs in with, and looked at by the analyzer.</summary>
internal sealed record CSharpProject
{
    public required IEnumerable<KeyValuePair<string, string>> Files { get; init; }

    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public ImmutableArray<string> Symbols { get; init; } = [];

    public ImmutableArray<MetadataReference> References { get; init; } = CompiledAgainst.Libraries;

    /// <summary>Whether the code has to be free of errors, as examples have.</summary>
    public bool Compiles { get; init; } = true;

    /// <summary>What the build says of the project.</summary>
    public ConfiguredOptions Options { get; init; } = new();

    public IReadOnlyList<Diagnostic> Diagnostics(params AdditionalText[] more)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12, preprocessorSymbols: Symbols);
        var compilation = CSharpCompilation.Create(
            "project",
            Files
                .Where(static file => file.Key.EndsWith(".cs", StringComparison.Ordinal))
                .Select(file => CSharpSyntaxTree.ParseText(file.Value, parsing, HandedRepository.Root + file.Key)),
            References,
            new CSharpCompilationOptions(Output)
        );
        if (Compiles)
        {
            Assert.Empty(compilation.GetDiagnostics().Where(static one => one.Severity == DiagnosticSeverity.Error));
        }

        var others = Files
            .Where(static file => !file.Key.EndsWith(".cs", StringComparison.Ordinal))
            .Select(static file => new HandedRepository.Text(file.Key, () => SourceText.From(file.Value)));
        return compilation
            .WithAnalyzers(AnalyzerAssembly.NewCSharpAnalyzers(), new AnalyzerOptions([.. others, .. more], Options))
            .GetAnalyzerDiagnosticsAsync()
            .GetAwaiter()
            .GetResult();
    }
}
