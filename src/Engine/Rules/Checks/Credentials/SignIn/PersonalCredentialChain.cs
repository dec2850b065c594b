using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Credentials.SignIn;

/// <summary>GOV0303: a chain of credentials can end at a person.</summary>
internal sealed class PersonalCredentialChain : RepositoryCheck
{
    private const int MostSingles = 3;

    public override string Id => "GOV0303";

    public override FactKind? Needs => FactKind.CredentialChain;

    public override void Run(RepositoryCheckContext context)
    {
        var places = SignInPlaces.Of(context);
        var spared = new SparedPaths(context.Policy, [Id]);
        foreach (var placed in context.Repository.Facts(FactKind.CredentialChain))
        {
            // In a pipeline the tools of the chain are signed in as the service.
            var place = places.At(placed.Path, placed.Fact.Span);
            var least =
                PathClassifier.Classify(placed.Path) == FileClass.Notebook ? PlaceKind.Production : PlaceKind.Elsewhere;
            if (place.Kind < least || place.IsPipeline || spared.Spare(Id, placed.Path))
            {
                continue;
            }

            var remedy =
                PathClassifier.Classify(placed.Path) == FileClass.CSharp
                    ? "Exclude the developer tools in DefaultAzureCredentialOptions, or take ManagedIdentityCredential or WorkloadIdentityCredential"
                    : "Take ManagedIdentityCredential or WorkloadIdentityCredential, or set AZURE_TOKEN_CREDENTIALS=prod and write 'DefaultAzureCredential(require_envvar=True)'";
            context.Report(
                new Location(placed.Path, placed.Fact.Span),
                $"'DefaultAzureCredential' falls back to whoever is signed in to {placed.Fact.Value}",
                remedy,
                "DefaultAzureCredential",
                group: new FindingGroup(remedy, MostSingles, found => Combine(found, remedy)),
                atMost: Severity.Note
            );
        }
    }

    private static CombinedFinding Combine(ImmutableArray<Location> places, string remedy)
    {
        var files = places.Select(static place => place.Path).Distinct().Count();
        return new CombinedFinding(
            places[0],
            $"'DefaultAzureCredential' falls back to whoever is signed in to developer tools, at {places.Length} places of {files} files",
            remedy,
            "The chain is made here"
        );
    }
}
