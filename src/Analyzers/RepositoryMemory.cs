using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers;

/// <summary>
/// What an analyzer remembers from compilation to compilation, as long as it lives: in an editor for hours, in a build once. An editor may
/// share one analyzer between projects, so it is kept by the list of paths, of which each project that reports has its own.
/// </summary>
internal sealed class RepositoryMemory
{
    /// <summary>More repositories than anybody has open; a bound, so that nothing grows for ever.</summary>
    private const int MostRuns = 16;

    private readonly TextIds _ids = new();
    private readonly Dictionary<string, RepositoryRun> _runs = new(StringComparer.Ordinal);

    /// <summary>What there is to say of the repository that a compilation was handed. Throws only where it is cancelled.</summary>
    public RepositoryFindings Findings(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        try
        {
            return files.FirstOrDefault(PathList.IsNamed) is { } list && list.GetText(cancellationToken) is { } text
                ? RunOf(list.Path).Findings(text, files, cancellationToken)
                : RepositoryFindings.None;
        }
        catch (AggregateException) when (cancellationToken.IsCancellationRequested)
        {
            // Files are read side by side, and some were cancelled by a token that is linked with this one.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The compiler would say AD0001, which names no rule that a policy could set.
            return RepositoryFindings.Failed(exception);
        }
    }

    private RepositoryRun RunOf(string listPath)
    {
        lock (_runs)
        {
            if (!_runs.TryGetValue(listPath, out var run))
            {
                if (_runs.Count == MostRuns)
                {
                    _runs.Clear();
                }

                run = new RepositoryRun(_ids);
                _runs.Add(listPath, run);
            }

            return run;
        }
    }
}
