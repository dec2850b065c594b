using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Governance.Analyzers.CodeFixes;

/// <summary>Leaves the developer tools out of a <c>DefaultAzureCredential</c> (GOV0303).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PersonalCredentialChainFix))]
public sealed class PersonalCredentialChainFix : CodeFixProvider
{
    private const string Title = "Leave the developer tools out of the chain";
    private const string OptionsType = "Azure.Identity.DefaultAzureCredentialOptions";

    private static readonly ImmutableArray<string> s_tools = ImmutableArray.Create(
        "ExcludeVisualStudioCredential",
        "ExcludeVisualStudioCodeCredential",
        "ExcludeAzureCliCredential",
        "ExcludeAzurePowerShellCredential",
        "ExcludeAzureDeveloperCliCredential"
    );

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("GOV0303");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (
            root
                ?.FindNode(context.Span, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>()
                is { } creation
            && await Changed(context.Document, creation, context.CancellationToken).ConfigureAwait(false)
                is { } document
            && await Compiles.AsBefore(context.Document, document, context.CancellationToken).ConfigureAwait(false)
        )
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(document), nameof(PersonalCredentialChainFix)),
                context.Diagnostics
            );
        }
    }

    private static async Task<Document?> Changed(
        Document document,
        BaseObjectCreationExpressionSyntax creation,
        CancellationToken cancellationToken
    )
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (editor.SemanticModel.Compilation.GetTypeByMetadataName(OptionsType) is not { } type)
        {
            return null;
        }

        // Of the version that is referenced; one that is obsolete there is out of the chain.
        var tools = s_tools.Where(tool => type.GetMembers(tool).Any(IsCurrent)).ToImmutableArray();
        switch (creation.ArgumentList?.Arguments.Count ?? 0)
        {
            case 0:
                var options = CredentialSyntax.Options(type, tools, editor.Generator);
                var arguments = SyntaxFactory.ArgumentList(
                    SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(options))
                );
                editor.ReplaceNode(creation, creation.WithArgumentList(arguments));
                return editor.GetChangedDocument();
            case 1 when creation.ArgumentList!.Arguments[0].Expression is BaseObjectCreationExpressionSyntax given:
                editor.ReplaceNode(given, Extended(given, tools));
                return editor.GetChangedDocument();
            default:
                return null;
        }
    }

    private static bool IsCurrent(ISymbol member) =>
        member.GetAttributes().All(static attribute => attribute.AttributeClass?.Name != "ObsoleteAttribute");

    private static BaseObjectCreationExpressionSyntax Extended(
        BaseObjectCreationExpressionSyntax options,
        ImmutableArray<string> tools
    )
    {
        var initializer =
            options.Initializer ?? SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression);
        var kept = initializer.Expressions.Where(expression => !tools.Contains(NameOf(expression)));
        return options.WithInitializer(
            initializer.WithExpressions(SyntaxFactory.SeparatedList(kept.Concat(tools.Select(CredentialSyntax.True))))
        );
    }

    private static string NameOf(ExpressionSyntax expression) =>
        expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } ? name.Identifier.ValueText : "";
}
