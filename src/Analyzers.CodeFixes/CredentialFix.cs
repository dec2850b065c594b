using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers.CodeFixes;

/// <summary>A fix of the creation of a credential.</summary>
public abstract class CredentialFix : CompilingFix
{
    // A method call of MSAL has no counterpart: what it asks for is not what a service would.
    private protected sealed override SyntaxNode? Find(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>()
            is { } creation
        && IsNamedAt(creation, span)
            ? creation
            : null;

    private protected sealed override bool TryChange(
        DocumentEditor editor,
        SyntaxNode node,
        string key,
        Diagnostic diagnostic
    ) => TryChange(editor, (BaseObjectCreationExpressionSyntax)node, key);

    /// <summary>Changes the creation in one of the ways; false where that cannot be done here.</summary>
    private protected abstract bool TryChange(
        DocumentEditor editor,
        BaseObjectCreationExpressionSyntax creation,
        string key
    );

    private static bool IsNamedAt(BaseObjectCreationExpressionSyntax creation, TextSpan span) =>
        creation is ObjectCreationExpressionSyntax { Type: var type }
            ? type.Span == span
            : creation.NewKeyword.Span == span;
}
