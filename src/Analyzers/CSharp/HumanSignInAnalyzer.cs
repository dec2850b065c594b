using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Governance.Analyzers.CSharp;

/// <summary>Reports C# code that signs in as a person: GOV0302 and GOV0303.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HumanSignInAnalyzer : CodeAnalyzer
{
    private const string SignInRule = "GOV0302";
    private const string ChainRule = "GOV0303";
    private const string Remedy =
        "Sign in with an identity of the service's own: ManagedIdentityCredential in Azure, WorkloadIdentityCredential in pipelines and Kubernetes";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(
            Descriptors.Find(SignInRule),
            Descriptors.Find(ChainRule),
            Descriptors.Find(Descriptors.InternalErrorId)
        );

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var compilation = context.Compilation;
        if (Audience.IsPerson(compilation) || SignInSymbols.Find(compilation) is not { } symbols)
        {
            return;
        }

        Register(
            context,
            (operation, policies) => Look(operation, symbols, policies),
            OperationKind.ObjectCreation,
            OperationKind.Invocation
        );
    }

    private static void Look(OperationAnalysisContext context, SignInSymbols symbols, CSharpPolicies policies)
    {
        switch (context.Operation)
        {
            case IObjectCreationOperation creation when symbols.IsChain(creation.Type as INamedTypeSymbol):
                LookAtChain(context, creation, policies);
                break;
            case IObjectCreationOperation creation when symbols.OfType(creation.Type) is { } signIn:
                Report(context, policies, signIn, creation.Type!.Name);
                break;
            case IInvocationOperation call when symbols.OfCall(call.TargetMethod) is { } signIn:
                Report(context, policies, signIn, call.TargetMethod.Name);
                break;
        }
    }

    private static void LookAtChain(
        OperationAnalysisContext context,
        IObjectCreationOperation creation,
        CSharpPolicies policies
    )
    {
        if (CredentialChain.Of(creation) is not { } chain)
        {
            return;
        }

        var name = creation.Type!.Name;
        if (chain.AsksPerson)
        {
            Report(context, policies, SignIn.Browser with { Deed = "ends by signing in a person in a browser" }, name);
        }
        else if (chain.Tools.Count > 0)
        {
            Report(
                context,
                policies,
                ChainRule,
                $"'{name}' falls back to whoever is signed in to {string.Join(", ", chain.Tools)}",
                "Exclude the developer tools in DefaultAzureCredentialOptions, or take ManagedIdentityCredential or WorkloadIdentityCredential"
            );
        }
    }

    private static void Report(OperationAnalysisContext context, CSharpPolicies policies, SignIn signIn, string name) =>
        Report(context, policies, $"{SignInRule}/{signIn.Family}", $"'{name}' {signIn.Deed}", Remedy);

    private static void Report(
        OperationAnalysisContext context,
        CSharpPolicies policies,
        string ruleId,
        string message,
        string remedy
    )
    {
        if (DevelopmentCode.Holds(context.Operation, context.ContainingSymbol))
        {
            return;
        }

        var location = Named(context.Operation.Syntax).GetLocation()!;
        // The rule's error is for what delivery does; code may yet be told to do otherwise.
        if (
            policies.Judge(ruleId, message, remedy, location, context.CancellationToken, Severity.Warning) is { } judged
        )
        {
            context.ReportDiagnostic(
                FindingDiagnostics.Of(judged, location, Enumerable.Empty<Microsoft.CodeAnalysis.Location>())
            );
        }
    }

    /// <summary>What the eye looks for: the type's or the method's name, or <c>new</c> where no type is written.</summary>
    private static SyntaxNodeOrToken Named(SyntaxNode syntax) =>
        syntax switch
        {
            ObjectCreationExpressionSyntax creation => creation.Type,
            ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name,
            InvocationExpressionSyntax call => call.Expression,
            _ => syntax,
        };
}
