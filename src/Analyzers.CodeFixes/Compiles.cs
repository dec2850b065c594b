using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.CodeFixes;

/// <summary>Holds back a fix that would not compile.</summary>
internal static class Compiles
{
    /// <summary>Whether a document has no more errors than it had.</summary>
    public static async Task<bool> AsBefore(Document before, Document after, CancellationToken cancellationToken) =>
        await Errors(after, cancellationToken).ConfigureAwait(false)
        <= await Errors(before, cancellationToken).ConfigureAwait(false);

    private static async Task<int> Errors(Document document, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? model
                .GetDiagnostics(cancellationToken: cancellationToken)
                .Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            : 0;
}
