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
    private RepositoryFindings? _findings;

    public CompilationFindings(RepositoryMemory memory, ImmutableArray<AdditionalText> files)
    {
        _memory = memory;
        _files = files;
    }

    /// <summary>Reports what is live in one file.</summary>
    public void ReportFile(AdditionalFileAnalysisContext context)
    {
        // A file that was handed twice is checked once.
        var told = Findings(context.CancellationToken).In(context.AdditionalFile);
        if (told.Any() && ReferenceEquals(First(context.AdditionalFile.Path), context.AdditionalFile))
        {
            foreach (var finding in told)
            {
                context.ReportDiagnostic(FindingDiagnostics.Of(finding));
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

        foreach (var finding in findings.AtEnd)
        {
            context.ReportDiagnostic(FindingDiagnostics.Of(finding));
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

    private AdditionalText First(string path) => _files.First(file => file.Path == path);
}
