using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Checking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Governance.Analyzers;

/// <summary>
/// Reports what <see cref="PolicyCheck"/> finds in the whole repository, as diagnostics at the lines of its files: what one file's
/// content is enough for with that file, as editors want it, and the rest at the end of a compilation. The package's targets hand
/// it the repository, in one project of a build; without their <see cref="PathList"/> it says nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepositoryFindingsAnalyzer : DiagnosticAnalyzer
{
    private readonly RepositoryMemory _memory = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfRepository;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        if (!context.Options.AdditionalFiles.Any(PathList.IsNamed))
        {
            return;
        }

        var compilation = new CompilationFindings(_memory, context.Options);
        context.RegisterAdditionalFileAction(compilation.ReportFile);
        context.RegisterCompilationEndAction(compilation.ReportRest);
    }
}
