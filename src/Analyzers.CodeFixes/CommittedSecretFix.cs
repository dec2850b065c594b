using System.Collections.Immutable;
using System.Linq;
using Governance.Analyzers.CSharp.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers.CodeFixes;

/// <summary>Reads a setting where a secret was written (GOV0301).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CommittedSecretFix))]
public sealed class CommittedSecretFix : CompilingFix
{
    private const string ByConfiguration = "configuration";
    private const string ByEnvironment = "environment";
    private const string ConfigurationType = "Microsoft.Extensions.Configuration.IConfiguration";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("GOV0301");

    /// <inheritdoc/>
    protected override ImmutableArray<(string Key, string Title)> Ways { get; } =
        ImmutableArray.Create(
            (ByConfiguration, "Read it by configuration"),
            (ByEnvironment, "Read it from the environment")
        );

    // A constant of another file would stay where it is; of a text that is put together, only a part is the secret.
    private protected override SyntaxNode? Find(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
        && literal.Span == span
        && literal.Parent?.Parent?.Parent
            is not InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" }
            }
            ? literal
            : null;

    private protected override bool TryChange(DocumentEditor editor, SyntaxNode node, string key, Diagnostic diagnostic)
    {
        if (
            !diagnostic.Properties.TryGetValue(SettingProperty.Name, out var given)
            || given is null
            || editor.SemanticModel.Compilation is not { } compilation
            || compilation.GetTypeByMetadataName("System.Environment") is not { } environment
            || compilation.GetTypeByMetadataName("System.InvalidOperationException") is not { } exception
        )
        {
            return false;
        }

        var generator = editor.Generator;
        var setting = SettingName.DeclaredAt(node) ?? given;
        SyntaxNode read;
        if (key == ByEnvironment)
        {
            read = generator.InvocationExpression(
                generator.MemberAccessExpression(Name(environment, generator), "GetEnvironmentVariable"),
                generator.LiteralExpression(setting)
            );
        }
        else if (ConfigurationAt(editor.SemanticModel, node) is { } configuration)
        {
            read = generator.ElementAccessExpression(
                generator.IdentifierName(configuration),
                generator.LiteralExpression(setting)
            );
        }
        else
        {
            return false;
        }

        // What is not set is told where it is read, and not by whatever fails without it.
        var missing = generator.ObjectCreationExpression(
            Name(exception, generator),
            generator.LiteralExpression(setting + " is not set")
        );
        var checkedRead = generator.CoalesceExpression(read, generator.ThrowExpression(missing));
        editor.ReplaceNode(
            node,
            SyntaxFactory
                .ParenthesizedExpression((ExpressionSyntax)checkedRead)
                .WithTriviaFrom(node)
                .WithAdditionalAnnotations(Simplifier.Annotation)
        );
        return true;
    }

    /// <summary>The name of what the code around a place can read settings from; null where there is none.</summary>
    private static string? ConfigurationAt(SemanticModel model, SyntaxNode place)
    {
        if (model.Compilation.GetTypeByMetadataName(ConfigurationType) is not { } type)
        {
            return null;
        }

        return model
            .LookupSymbols(place.SpanStart)
            .Where(symbol =>
                symbol switch
                {
                    IParameterSymbol parameter => Is(parameter.Type),
                    ILocalSymbol local => local.Locations[0].SourceSpan.End < place.SpanStart && Is(local.Type),
                    IFieldSymbol field => Is(field.Type),
                    IPropertySymbol property => Is(property.Type),
                    _ => false,
                }
            )
            .OrderBy(static symbol => symbol is IParameterSymbol or ILocalSymbol ? 0 : 1)
            .ThenBy(static symbol => symbol.Name, System.StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Name;

        bool Is(ITypeSymbol candidate) =>
            SymbolEqualityComparer.Default.Equals(candidate, type)
            || candidate.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);
    }

    private static SyntaxNode Name(INamedTypeSymbol type, SyntaxGenerator generator) =>
        generator
            .TypeExpression(type)
            .WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
}
