using System;
using System.Threading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Governance.Analyzers.CSharp;

/// <summary>
/// Tells an error of our own as the rule for it, once in a compilation. The compiler would say AD0001, which no policy can set.
/// </summary>
/// <param name="look">Looks at an operation.</param>
/// <param name="policies">What it is judged by.</param>
internal sealed class Guarded(Action<OperationAnalysisContext, CSharpPolicies> look, CSharpPolicies policies)
{
    private int _isTold;

    /// <summary>Looks at an operation.</summary>
    public void Run(OperationAnalysisContext context)
    {
        try
        {
            look(context, policies);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (Interlocked.Exchange(ref _isTold, 1) == 0)
            {
                context.ReportDiagnostic(FindingDiagnostics.Internal(exception));
            }
        }
    }
}
