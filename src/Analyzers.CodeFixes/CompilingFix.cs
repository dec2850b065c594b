using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers.CodeFixes;

/// <summary>A fix of one place, in several ways; one that would not compile is not offered.</summary>
public abstract class CompilingFix : CodeFixProvider
{
    /// <summary>The ways: what tells one from another when all places are fixed at once, and what people read.</summary>
    protected abstract ImmutableArray<(string Key, string Title)> Ways { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, cancellationToken) = (context.Document, context.CancellationToken);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || Find(root, context.Span) is not { } node)
        {
            return;
        }

        var errors = await Errors(document, cancellationToken).ConfigureAwait(false);
        foreach (var (key, title) in Ways)
        {
            var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
            if (!TryChange(editor, node, key, context.Diagnostics[0]))
            {
                continue;
            }

            var changed = editor.GetChangedDocument();
            if (await Errors(changed, cancellationToken).ConfigureAwait(false) <= errors)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, _ => Task.FromResult(changed), key),
                    context.Diagnostics
                );
            }
        }
    }

    /// <summary>What a diagnostic at a place is about; null where that cannot be fixed.</summary>
    private protected abstract SyntaxNode? Find(SyntaxNode root, TextSpan span);

    /// <summary>Changes what was found in one of the ways; false where that cannot be done here.</summary>
    private protected abstract bool TryChange(
        DocumentEditor editor,
        SyntaxNode node,
        string key,
        Diagnostic diagnostic
    );

    private static async Task<int> Errors(Document document, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? model
                .GetDiagnostics(cancellationToken: cancellationToken)
                .Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            : 0;
}
