using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Governance.Analyzers.CodeFixes;

/// <summary>Puts an identity of the service's own in the place of a person's (GOV0302).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HumanSignInFix))]
public sealed class HumanSignInFix : CredentialFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("GOV0302");

    /// <inheritdoc/>
    protected override ImmutableArray<(string Key, string Title)> Ways { get; } =
        ImmutableArray.Create(
            ("ManagedIdentityCredential", "Sign in with ManagedIdentityCredential"),
            ("WorkloadIdentityCredential", "Sign in with WorkloadIdentityCredential")
        );

    private protected override bool TryChange(
        DocumentEditor editor,
        BaseObjectCreationExpressionSyntax creation,
        string key
    )
    {
        if (CredentialSyntax.New(editor.SemanticModel.Compilation, key, editor.Generator) is not { } replacement)
        {
            return false;
        }

        editor.ReplaceNode(creation, replacement.WithTriviaFrom(creation));
        return true;
    }
}
