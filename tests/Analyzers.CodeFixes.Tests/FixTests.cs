using System;
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

public sealed class FixTests
{
    private const string Start = "using Azure.Core;\nusing Azure.Identity;\n";

    [Theory]
    [InlineData(
        "class C { TokenCredential c = new AzureCliCredential(); }",
        "class C { TokenCredential c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); }",
        "class C { TokenCredential c = new WorkloadIdentityCredential(); }"
    )]
    [InlineData(
        "class C { object F() { var c = new InteractiveBrowserCredential(new InteractiveBrowserCredentialOptions()); return c; } }",
        "class C { object F() { var c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); return c; } }",
        "class C { object F() { var c = new WorkloadIdentityCredential(); return c; } }"
    )]
    [InlineData(
        "class C { object c = new /* ours */ Azure.Identity.DeviceCodeCredential(/* why */); }",
        "class C { object c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); }",
        "class C { object c = new WorkloadIdentityCredential(); }"
    )]
    public async Task A_person_makes_way_for_an_identity_of_the_service(string code, params string[] expected) =>
        Assert.Equal(expected.Select(static one => Start + one), await Fixed(Start + code, new HumanSignInFix()));

    [Theory]
    [InlineData("class C { DeviceCodeCredential c = new(); }")]
    [InlineData("class C { object F() { var c = new DeviceCodeCredential(); return c.Authenticate(); } }")]
    [InlineData(
        "class C { void F(Microsoft.Identity.Client.IPublicClientApplication a) => a.AcquireTokenInteractive(new string[0]); }"
    )]
    public async Task What_would_not_compile_is_not_offered(string code) =>
        Assert.Empty(await Fixed(Start + code, new HumanSignInFix()));

    [Theory]
    [InlineData("class C { object c = new DefaultAzureCredential(); }")]
    [InlineData("class C { DefaultAzureCredential c = new(); }")]
    [InlineData(
        "class C { object c = new DefaultAzureCredential(new DefaultAzureCredentialOptions { TenantId = \"t\", ExcludeAzureCliCredential = false }); }"
    )]
    [InlineData("class C { object c = new DefaultAzureCredential(new DefaultAzureCredentialOptions()); }")]
    public async Task The_chain_ends_before_the_developer_tools(string code)
    {
        var result = Assert.Single(await Fixed(Start + code, new PersonalCredentialChainFix()));
        Assert.Contains("ExcludeAzureCliCredential = true", result, StringComparison.Ordinal);
        Assert.Equal(
            code.Contains("TenantId", StringComparison.Ordinal),
            result.Contains("TenantId = \"t\"", StringComparison.Ordinal)
        );
        Assert.Empty(await Diagnostics(Document(result)));
    }

    [Fact]
    public async Task What_is_written_looks_as_people_write_it()
    {
        const string Created =
            "new DefaultAzureCredentialOptions { ExcludeVisualStudioCredential = true, ExcludeVisualStudioCodeCredential = true, "
            + "ExcludeAzureCliCredential = true, ExcludeAzurePowerShellCredential = true, ExcludeAzureDeveloperCliCredential = true }";
        Assert.Equal(
            [Start + "class C { object c = new DefaultAzureCredential(" + Created + "); }"],
            await Fixed(
                Start + "class C { object c = new DefaultAzureCredential(); }",
                new PersonalCredentialChainFix()
            )
        );
    }

    [Fact]
    public async Task All_of_a_document_are_fixed_at_once()
    {
        var document = Document(
            Start + "class C { object a = new AzureCliCredential(), b = new VisualStudioCredential(); }"
        );
        var diagnostics = await Diagnostics(document);
        var fix = new HumanSignInFix();
        var context = new FixAllContext(
            document,
            fix,
            FixAllScope.Document,
            "ManagedIdentityCredential",
            fix.FixableDiagnosticIds,
            new Known(diagnostics),
            CancellationToken.None
        );
        var action = await fix.GetFixAllProvider().GetFixAsync(context);
        var text = await Applied(document, action!);

        Assert.Equal(2, text.Split("new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)").Length - 1);
        Assert.Empty(await Diagnostics(Document(text)));
    }

    private static async Task<List<string>> Fixed(string code, CodeFixProvider fix)
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

    private static async Task<IReadOnlyList<Diagnostic>> Diagnostics(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        return await compilation
            .WithAnalyzers(AnalyzerAssembly.NewCSharpAnalyzers(), new AnalyzerOptions([]))
            .GetAnalyzerDiagnosticsAsync();
    }

    private static Document Document(string code)
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
