using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Governance.Analyzers;

/// <summary>
/// What one compilation says of the repository, each finding once: a build asks for every file and for the end, an editor for the file
/// that is open.
/// </summary>
internal sealed class CompilationFindings
{
    private readonly object _gate = new();
    private readonly RepositoryMemory _memory;
    private readonly ImmutableArray<AdditionalText> _files;
    private readonly ConfiguredSeverities _severities;
    private RepositoryFindings? _findings;

    public CompilationFindings(RepositoryMemory memory, AnalyzerOptions options)
    {
        _memory = memory;
        _files = options.AdditionalFiles;
        _severities = new ConfiguredSeverities(options.AnalyzerConfigOptionsProvider);
    }

    /// <summary>Reports what is live in one file.</summary>
    public void ReportFile(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        var told = Findings(context.CancellationToken).In(file);
        // A file that was handed twice is checked once.
        if (told.Any() && ReferenceEquals(_files.First(one => one.Path == file.Path), file))
        {
            foreach (var finding in told)
            {
                Report(finding, file, context.ReportDiagnostic);
            }
        }
    }

    /// <summary>Reports what is not.</summary>
    public void ReportRest(CompilationAnalysisContext context)
    {
        var findings = Findings(context.CancellationToken);
        if (findings.Failure is { } failure)
        {
            context.ReportDiagnostic(FindingDiagnostics.Internal(failure));
        }

        foreach (var mistake in findings.Mistakes.Concat(_severities.Mistakes(_files)))
        {
            context.ReportDiagnostic(FindingDiagnostics.Of(mistake));
        }

        if (findings.AtEnd.IsEmpty)
        {
            return;
        }

        var files = _files.ToLookup(static file => file.Path, StringComparer.Ordinal);
        foreach (var finding in findings.AtEnd)
        {
            var file = files[finding.Location.GetLineSpan().Path ?? ""].FirstOrDefault();
            Report(finding, file, context.ReportDiagnostic);
        }
    }

    private void Report(ToldFinding finding, AdditionalText? file, Action<Diagnostic> report)
    {
        if (_severities.Of(finding, file) is { } severity)
        {
            report(FindingDiagnostics.Of(finding, severity));
        }
    }

    // Many files are looked at at once, and whoever comes first checks for all; where that one was cancelled, the next does.
    private RepositoryFindings Findings(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _findings ??= _memory.Findings(_files, cancellationToken);
        }
    }
}
