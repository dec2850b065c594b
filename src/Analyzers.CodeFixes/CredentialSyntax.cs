using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Governance.Analyzers.CodeFixes;

/// <summary>Writes creations of credentials. Names are written in full and shortened where the file's usings allow it.</summary>
internal static class CredentialSyntax
{
    private const string Azure = "Azure.Identity.";

    /// <summary>The creation of an object of Azure.Identity; null where its version has no such type.</summary>
    public static ExpressionSyntax? New(Compilation compilation, string type, SyntaxGenerator generator)
    {
        if (compilation.GetTypeByMetadataName(Azure + type) is not { } symbol)
        {
            return null;
        }

        // Since Azure.Identity 1.13 an identity has to be named; before, no argument meant the system's.
        var identity = compilation.GetTypeByMetadataName(Azure + "ManagedIdentityId");
        var arguments =
            type == "ManagedIdentityCredential" && identity is not null
                ? new[] { generator.MemberAccessExpression(Name(identity, generator), "SystemAssigned") }
                : System.Array.Empty<SyntaxNode>();
        return (ExpressionSyntax)
            generator
                .ObjectCreationExpression(Name(symbol, generator), arguments)
                .WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>Options that set these properties.</summary>
    public static ExpressionSyntax Options(
        INamedTypeSymbol type,
        IEnumerable<string> properties,
        SyntaxGenerator generator
    )
    {
        var creation = SyntaxFactory
            .ObjectCreationExpression((TypeSyntax)Name(type, generator))
            .WithInitializer(
                SyntaxFactory.InitializerExpression(
                    SyntaxKind.ObjectInitializerExpression,
                    SyntaxFactory.SeparatedList(properties.Select(True))
                )
            );
        return creation.WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
    }

    /// <summary>Sets a property in an initializer.</summary>
    public static ExpressionSyntax True(string property) =>
        SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(property),
            SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)
        );

    private static SyntaxNode Name(INamedTypeSymbol type, SyntaxGenerator generator) =>
        generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation);
}
