using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>Reports secrets that C# code holds and gives to a library: GOV0301.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommittedSecretAnalyzer : CodeAnalyzer
{
    private const string Rule = "GOV0301";

    private const string Remedy =
        "Revoke it, since the history keeps it, and read a new one from Key Vault, configuration or the environment; where the service allows it, sign in with ManagedIdentityCredential and keep no secret";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.Find(Rule), Descriptors.Find(Descriptors.InternalErrorId));

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var compilation = context.Compilation;
        if (Audience.IsTest(compilation) || SecretSymbols.Find(compilation) is not { } symbols)
        {
            return;
        }

        Register(
            context,
            (operation, policies) => Look(operation, symbols, policies),
            OperationKind.ObjectCreation,
            OperationKind.Invocation,
            OperationKind.SimpleAssignment
        );
    }

    private static void Look(OperationAnalysisContext context, SecretSymbols symbols, CSharpPolicies policies)
    {
        foreach (var given in GivenSecret.Of(context.Operation, symbols))
        {
            foreach (var text in StoredTextReader.Read(given.Value))
            {
                if (
                    SecretSearch.In(text, given.Target.Kind) is { } secret
                    && !DevelopmentCode.Holds(context.Operation, context.ContainingSymbol)
                    && !DevelopmentCode.Holds(text.Source, context.ContainingSymbol)
                )
                {
                    Report(context, policies, given, text, secret);
                }
            }
        }
    }

    private static void Report(
        OperationAnalysisContext context,
        CSharpPolicies policies,
        GivenSecret given,
        StoredText text,
        StoredSecret secret
    )
    {
        var place = text.PlaceOf(secret.Start);
        var kind = given.Target.Kind;
        var what = kind.Form == SecretForm.ConnectionString ? $"{kind.What} with {secret.What}" : secret.What;
        // A finding belongs to the file that is looked at; what is written in another one is told beside it.
        var isHere = place.SyntaxTree == context.Operation.Syntax.SyntaxTree;
        var location = (isHere ? place : given.Value.Syntax).GetLocation();
        var judged = policies.Judge(
            $"{Rule}/{kind.Family}",
            $"{what} is written in the code and given to '{given.Receiver}'",
            Remedy,
            location,
            context.CancellationToken
        );
        if (judged is not null)
        {
            context.ReportDiagnostic(
                FindingDiagnostics.Of(
                    judged,
                    location,
                    isHere ? Enumerable.Empty<Location>() : new[] { place.GetLocation() },
                    IsAlone(given.Target.Kind, text, secret)
                        ? ImmutableDictionary<string, string?>.Empty.Add(SettingProperty.Name, given.Setting)
                        : null
                )
            );
        }
    }

    // A setting holds a connection string or an address as a whole, and of all else the secret alone.
    private static bool IsAlone(SecretKind kind, StoredText text, StoredSecret secret) =>
        text.HasOnePart && (kind.Form is SecretForm.ConnectionString or SecretForm.Address || secret.Start == 0);
}
