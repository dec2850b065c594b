using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Governance.Analyzers.CodeFixes;

/// <summary>Puts an identity of the service's own in the place of a person's (GOV0302).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HumanSignInFix))]
public sealed class HumanSignInFix : CodeFixProvider
{
    private static readonly ImmutableArray<string> s_credentials = ImmutableArray.Create(
        "ManagedIdentityCredential",
        "WorkloadIdentityCredential"
    );

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("GOV0302");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        // A method call of MSAL has no counterpart: what it asks for is not what a service would.
        if (
            root
                ?.FindNode(context.Span, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>()
                is not { } creation
            || !IsNamedAt(creation, context.Span)
        )
        {
            return;
        }

        foreach (var credential in s_credentials)
        {
            if (
                await Replaced(context.Document, creation, credential, context.CancellationToken).ConfigureAwait(false)
                    is { } document
                && await Compiles.AsBefore(context.Document, document, context.CancellationToken).ConfigureAwait(false)
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Sign in with {credential}", _ => Task.FromResult(document), credential),
                    context.Diagnostics
                );
            }
        }
    }

    private static bool IsNamedAt(
        BaseObjectCreationExpressionSyntax creation,
        Microsoft.CodeAnalysis.Text.TextSpan span
    ) =>
        creation is ObjectCreationExpressionSyntax { Type: var type }
            ? type.Span == span
            : creation.NewKeyword.Span == span;

    private static async Task<Document?> Replaced(
        Document document,
        BaseObjectCreationExpressionSyntax creation,
        string credential,
        CancellationToken cancellationToken
    )
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var compilation = editor.SemanticModel.Compilation;
        if (compilation.GetTypeByMetadataName("Azure.Identity." + credential) is null)
        {
            return null;
        }

        var replacement = CredentialSyntax.New(compilation, credential, editor.Generator).WithTriviaFrom(creation);
        editor.ReplaceNode(creation, replacement);
        return editor.GetChangedDocument();
    }
}
