using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Facts.Readers.SignIn;
using Governance.Engine.Findings;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Credentials.Delivery;

namespace Governance.Engine.Rules.Checks.Credentials.SignIn;

/// <summary>GOV0302: what runs without people signs in as a person.</summary>
internal sealed class HumanSignIn : RepositoryCheck
{
    private const int MostSingles = 5;

    public override string Id => "GOV0302";

    public override FactKind? Needs => FactKind.HumanSignIn;

    public override void Run(RepositoryCheckContext context)
    {
        var places = SignInPlaces.Of(context);
        var spared = new SparedPaths(context.Policy, [Id]);
        foreach (var placed in context.Repository.Facts(FactKind.HumanSignIn))
        {
            var place = places.At(placed.Path, placed.Fact.Span);
            if (place.Kind >= Least(placed) && !IsOfService(placed.Fact, place) && !spared.Spare(Id, placed.Path))
            {
                Report(placed.Path, placed.Fact, place, context);
            }
        }
    }

    // Notebooks are where people explore, and scripts what they set their machines up with.
    private static PlaceKind Least(PlacedFact placed) =>
        PathClassifier.Classify(placed.Path) switch
        {
            FileClass.Notebook => PlaceKind.Production,
            FileClass.Python or FileClass.CSharp => PlaceKind.Elsewhere,
            _ => PlaceKind.Code,
        };

    // In a pipeline the command line is signed in as the service, by azure/login or a service connection.
    private static bool IsOfService(Fact fact, SignInPlace place) =>
        place.IsPipeline && DeliveryUnit.KindOf(fact) == SignInFamily.SignedInUser;

    private static void Report(string path, Fact fact, SignInPlace place, RepositoryCheckContext context)
    {
        var family = DeliveryUnit.KindOf(fact);
        var name = DeliveryUnit.NameOf(fact);
        var isGuarded = name.EndsWith(CommandSignIn.IfSignedOut, StringComparison.Ordinal);
        name = isGuarded ? name.Substring(0, name.Length - CommandSignIn.IfSignedOut.Length) : name;
        var deed = family switch
        {
            SignInFamily.Interactive => "asks a person to sign in",
            SignInFamily.Password => "signs in a user with a password",
            _ => "acts as whoever is signed in on the machine",
        };
        // The compiler makes a warning of it in C#, wherever it stands, and so does this.
        var atMost = PathClassifier.Classify(path) == FileClass.CSharp ? Severity.Warning : place.AtMost(isGuarded);
        var remedy = Remedy(path, name);
        context.Report(
            new Location(path, fact.Span),
            $"'{name}' {deed}{(isGuarded ? " where nobody is" : "")}, {place.How}: it fails there, or acts with that person's rights",
            remedy,
            fact.Value,
            group: new FindingGroup(
                $"{fact.Value} {place.Kind}",
                MostSingles,
                found => Combine(found, name, deed, place, remedy)
            ),
            family: family,
            atMost: atMost
        );
    }

    private static CombinedFinding Combine(
        ImmutableArray<Location> places,
        string name,
        string deed,
        SignInPlace place,
        string remedy
    )
    {
        var files = places.Select(static found => found.Path).Distinct().Count();
        var where = place.Kind switch
        {
            PlaceKind.Production => "in production",
            PlaceKind.Delivery or PlaceKind.OtherDelivery => "in delivery",
            _ => "in code",
        };
        return new CombinedFinding(
            places[0],
            $"'{name}' {deed} at {places.Length} places of {files} files {where}: it fails there, or acts with that person's rights",
            remedy,
            "It signs in here"
        );
    }

    private static string Remedy(string path, string name)
    {
        if (
            PathClassifier.Classify(path) is FileClass.Python or FileClass.CSharp
            || name.EndsWith("Credential", StringComparison.Ordinal)
        )
        {
            return "Sign in with an identity of the service's own: ManagedIdentityCredential in Azure, WorkloadIdentityCredential in pipelines and Kubernetes";
        }

        return name.Split(' ')[0] switch
        {
            "az" =>
                "Let azure/login with 'client-id', or AzureCLI@2 with a service connection, sign in; or take 'az login --identity' on a machine of Azure's",
            "azd" =>
                "Write 'azd auth login --managed-identity', or '--client-id' with '--federated-credential-provider'",
            "gcloud" =>
                "Let google-github-actions/auth sign in with 'workload_identity_provider', or take the service account of the machine",
            "aws" =>
                "Let aws-actions/configure-aws-credentials take a role with 'role-to-assume', or take the role of the machine",
            "databricks" =>
                "Sign in as a service principal by a federated token ('DATABRICKS_AUTH_TYPE: github-oidc' or 'azure-cli')",
            "kubectl" =>
                "Take 'az aks get-credentials' with 'kubelogin convert-kubeconfig -l workloadidentity' or '-l azurecli'",
            "InteractiveLoginAuthentication" or "AzureCliAuthentication" =>
                "Take MsiAuthentication, or MLClient of the SDK v2 with ManagedIdentityCredential",
            _ =>
                "Write 'Connect-AzAccount -Identity', or let AzurePowerShell@5 or azure/login with 'enable-AzPSSession' sign in",
        };
    }
}
