using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Governance.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Governance.Analyzers.CodeFixes.Tests;

/// <summary>Applies fixes to code, as an editor does.</summary>
internal static class FixRun
{
    /// <summary>The document with all of one way fixed at once.</summary>
    public static async Task<string> All(Document document, CodeFixProvider fix, string way)
    {
        var context = new FixAllContext(
            document,
            fix,
            FixAllScope.Document,
            way,
            fix.FixableDiagnosticIds,
            new Known(await Diagnostics(document)),
            CancellationToken.None
        );
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        return await Applied(document, action!);
    }

    /// <summary>The document as each of the fixes that are offered leaves it, free of errors.</summary>
    public static async Task<List<string>> Each(string code, CodeFixProvider fix)
    {
        var document = Document(code);
        var actions = new List<CodeAction>();
        foreach (var diagnostic in await Diagnostics(document))
        {
            Assert.Contains(diagnostic.Id, fix.FixableDiagnosticIds);
            await fix.RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)
            );
        }

        var texts = new List<string>();
        foreach (var action in actions)
        {
            texts.Add(await Applied(document, action));
        }

        return texts;
    }

    private static async Task<string> Applied(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        var compilation = await changed.Project.GetCompilationAsync();
        Assert.Empty(compilation!.GetDiagnostics().Where(static one => one.Severity == DiagnosticSeverity.Error));
        return (await changed.GetTextAsync()).ToString();
    }

    public static async Task<IReadOnlyList<Diagnostic>> Diagnostics(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        return await compilation
            .WithAnalyzers(AnalyzerAssembly.NewCSharpAnalyzers(), new AnalyzerOptions([]))
            .GetAnalyzerDiagnosticsAsync();
    }

    public static Document Document(string code)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace
            .AddProject("project", LanguageNames.CSharp)
            .WithMetadataReferences(CompiledAgainst.Libraries)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return project.AddDocument("Clients.cs", code);
    }

    /// <summary>Diagnostics that are known already.</summary>
    private sealed class Known(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project,
            CancellationToken cancellationToken
        ) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancellationToken
        ) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project,
            CancellationToken cancellationToken
        ) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
