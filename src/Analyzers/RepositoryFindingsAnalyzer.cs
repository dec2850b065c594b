using System;
using System.Collections.Immutable;
using Governance.Engine.Checking;
using Governance.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Governance.Analyzers;

/// <summary>
/// Reports what <see cref="PolicyCheck"/> finds in the whole repository, as diagnostics at the lines of its files. The package's
/// targets hand it the repository, in one project of a build; without their <see cref="PathList"/> it says nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepositoryFindingsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfRepository;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Check);
    }

    private static void Check(CompilationAnalysisContext context)
    {
        try
        {
            if (RepositoryTexts.Find(context.Options.AdditionalFiles, context.CancellationToken) is not { } texts)
            {
                return;
            }

            var request = new CheckRequest
            {
                Snapshot = texts.Snapshot(),
                Today = texts.List.Today,
                ToolVersion = typeof(RepositoryFindingsAnalyzer).Assembly.GetName().Version.ToString(3),
            };
            // What is shown comes from the redacted report alone.
            var report = RedactedReport.From(PolicyCheck.Run(request, context.CancellationToken));
            var diagnostics = new FindingDiagnostics(texts);
            foreach (var judged in report.Findings)
            {
                if (judged.IsShown)
                {
                    context.ReportDiagnostic(diagnostics.Of(judged));
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The compiler would say AD0001, which names no rule that a policy could set.
            context.ReportDiagnostic(FindingDiagnostics.Internal(exception));
        }
    }
}
