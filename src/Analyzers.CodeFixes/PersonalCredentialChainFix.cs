using System.Collections.Immutable;
using System.Linq;
using Governance.Analyzers.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Governance.Analyzers.CodeFixes;

/// <summary>Leaves the developer tools out of a <c>DefaultAzureCredential</c> (GOV0303).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PersonalCredentialChainFix))]
public sealed class PersonalCredentialChainFix : CredentialFix
{
    private const string OptionsType = "Azure.Identity.DefaultAzureCredentialOptions";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("GOV0303");

    /// <inheritdoc/>
    protected override ImmutableArray<(string Key, string Title)> Ways { get; } =
        ImmutableArray.Create((nameof(PersonalCredentialChainFix), "Leave the developer tools out of the chain"));

    private protected override bool TryChange(
        DocumentEditor editor,
        BaseObjectCreationExpressionSyntax creation,
        string key
    )
    {
        if (editor.SemanticModel.Compilation.GetTypeByMetadataName(OptionsType) is not { } type)
        {
            return false;
        }

        // Of the version that is referenced; one that is obsolete there is out of the chain.
        var tools = DeveloperTools
            .All.Select(static tool => DeveloperTools.ExclusionOf(tool.Key))
            .Where(tool => type.GetMembers(tool).Any(IsCurrent))
            .ToImmutableArray();
        switch (creation.ArgumentList?.Arguments.Count ?? 0)
        {
            case 0:
                var options = CredentialSyntax.Options(type, tools, editor.Generator);
                var arguments = SyntaxFactory.ArgumentList(
                    SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(options))
                );
                editor.ReplaceNode(creation, creation.WithArgumentList(arguments));
                return true;
            case 1 when creation.ArgumentList!.Arguments[0].Expression is BaseObjectCreationExpressionSyntax given:
                editor.ReplaceNode(given, Extended(given, tools));
                return true;
            default:
                return false;
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
