using System;
using System.Collections.Immutable;
using Governance.Engine.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Governance.Analyzers.CSharp;

/// <summary>Looks at C# code for the rules of one area, where the build asks for that area.</summary>
public abstract class CodeAnalyzer : DiagnosticAnalyzer
{
    /// <summary>
    /// The areas of <c>GovernanceAreas</c>, with blanks between: a semicolon would end the value in the file that the build hands to the compiler.
    /// https://learn.microsoft.com/dotnet/core/project-sdk/msbuild-props#compilervisibleproperty
    /// </summary>
    private const string AreasKey = "build_property._GovernanceCodeAreas";

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (IsAskedFor(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
            {
                Start(start);
            }
        });
    }

    /// <summary>Registers what looks at the code of a compilation; nothing where the code cannot hold what is looked for.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context);

    /// <summary>Looks at operations, with the policies they are judged by; an error of our own is told once in the compilation.</summary>
    private protected static void Register(
        CompilationStartAnalysisContext context,
        Action<OperationAnalysisContext, CSharpPolicies> look,
        params OperationKind[] kinds
    ) =>
        context.RegisterOperationAction(
            new Guarded(look, new CSharpPolicies(context.Options.AdditionalFiles)).Run,
            kinds
        );

    private bool IsAskedFor(AnalyzerConfigOptions options)
    {
        var words = options.TryGetValue(AreasKey, out var written)
            ? written.Split([' '], StringSplitOptions.RemoveEmptyEntries)
            : [];
        // Words that are no area are told with the repository's findings.
        var areas = AreaSelection.Of(words.ToImmutableArray()).Known;
        return areas.IsEmpty || areas.Contains(RuleCatalog.Find(SupportedDiagnostics[0].Id)!.Area);
    }
}
