using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.GitHub;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Delivery;

/// <summary>
/// The credentials that a workflow is handed: by actions that would take a federated identity, by its environment, and as personal tokens.
/// https://docs.github.com/en/actions/concepts/security/openid-connect
/// </summary>
internal sealed class GitHubCredentials(ParsedFile file, GitHubDelivery delivery, List<Fact> facts)
{
    /// <summary>Says of <see cref="FactKind.StoredCredential"/> that a federated identity can be put in its place.</summary>
    public const string Replaceable = " replaceable";

    // https://github.com/Azure/login#input-parameters, https://github.com/aws-actions/configure-aws-credentials#options and so on.
    private static readonly (string Action, string Input, string Family)[] Inputs =
    [
        ("azure/login", "creds", "azure-credentials"),
        ("azure/aks-set-context", "creds", "azure-credentials"),
        ("azure/k8s-set-context", "creds", "azure-credentials"),
        ("azure/container-apps-deploy-action", "azureCredentials", "azure-credentials"),
        ("azure/container-apps-deploy-action", "acrPassword", "registry-password"),
        ("azure/k8s-set-context", "kubeconfig", "kubeconfig"),
        ("azure/webapps-deploy", "publish-profile", "publish-profile"),
        ("azure/functions-action", "publish-profile", "publish-profile"),
        ("aws-actions/configure-aws-credentials", "aws-secret-access-key", "aws-access-key"),
        ("google-github-actions/auth", "credentials_json", "google-key"),
        ("google-github-actions/setup-gcloud", "service_account_key", "google-key"),
    ];

    private static readonly string[] RegistryLogins = ["docker/login-action", "azure/docker-login"];

    // What reusable workflows call the JSON of a service principal.
    private static readonly string[] CalledNames = ["creds", "azure-credentials", "azure_credentials"];

    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/service_principal_client_secret and
    // https://learn.microsoft.com/en-us/python/api/azure-identity/azure.identity.environmentcredential
    private static readonly (string Variable, string Family)[] Variables =
    [
        ("ARM_CLIENT_SECRET", "client-secret"),
        ("AZURE_CLIENT_SECRET", "client-secret"),
        ("AZURE_CREDENTIALS", "azure-credentials"),
        ("AWS_SECRET_ACCESS_KEY", "aws-access-key"),
        ("GOOGLE_CREDENTIALS", "google-key"),
    ];

    /// <summary>Reads the variables that the steps of a workflow or job share, or those of one step.</summary>
    /// <param name="owner">Where <c>env</c> stands.</param>
    /// <param name="unit">What they are of; none for a step.</param>
    /// <param name="steps">How many steps get them.</param>
    /// <param name="around">Where names are looked up.</param>
    public void ReadEnvironment(YamlMapping owner, int unit, int steps, YamlMapping around)
    {
        foreach (var entry in owner.Mapping("env")?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (entry.Key.AsScalar() is not { } name || entry.Value.AsScalar() is not { } value)
            {
                continue;
            }

            var secrets = SecretNames.OfGitHub(delivery.Resolve(value.Value, around));
            var family = Variables.FirstOrDefault(known => known.Variable == name.Value).Family;
            // What is stored elsewhere by Amazon's protocol knows no federation.
            var isElsewhere = family == "aws-access-key" && HasEndpoint(owner);
            if (family is not null && !isElsewhere && secrets.Count > 0)
            {
                facts.Append(new Fact(FactKind.StoredCredential, family + " " + secrets[0], SpanOf(entry), unit));
            }

            foreach (
                var secret in secrets.Where(secret =>
                    steps > 1 && !SecretNames.IsOfRun(secret) && !SecretNames.IsHarmless(secret)
                )
            )
            {
                facts.Append(new Fact(FactKind.SpreadSecret, secret, SpanOf(entry), unit));
            }
        }
    }

    /// <summary>Reads the steps of a job.</summary>
    public void ReadSteps(YamlMapping job, int unit)
    {
        foreach (var step in job.Sequence("steps")?.Mappings() ?? [])
        {
            ReadEnvironment(step, Fact.NoOwner, 1, job);
            if (
                step.Mapping("with") is { } with
                && step["uses"] is YamlScalar uses
                && ActionReference.Parse(uses) is { } action
            )
            {
                ReadAction(action, with, step, job, unit);
            }
        }
    }

    /// <summary>Reads what a job hands to a workflow of another repository; one of this repository tells itself what it does with it.</summary>
    public void ReadCall(YamlMapping job)
    {
        if (job["uses"] is not YamlScalar uses || ActionReference.Parse(uses) is null)
        {
            return;
        }

        foreach (var entry in job.Mapping("secrets")?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (
                entry.Key.AsScalar() is { } key
                && Array.Exists(CalledNames, name => string.Equals(name, key.Value, StringComparison.OrdinalIgnoreCase))
                && Secret(entry, job, job) is { } secret
            )
            {
                facts.Append(new Fact(FactKind.StoredCredential, "azure-credentials " + secret, SpanOf(entry)));
            }
        }
    }

    /// <summary>Reads the personal tokens of a whole workflow, wherever one is handed on.</summary>
    public void ReadPersonalTokens()
    {
        if (!file.Text.Text.Contains("secrets"))
        {
            return;
        }

        foreach (
            var scalar in YamlWalk
                .Nodes(file.Yaml)
                .OfType<YamlScalar>()
                .Where(static scalar => scalar.Value.Contains("secrets"))
        )
        {
            foreach (var name in SecretNames.OfGitHub(scalar.Value).Where(SecretNames.IsPersonalToken))
            {
                var at = scalar.Value.IndexOf(name, StringComparison.Ordinal);
                facts.Append(
                    new Fact(FactKind.PersonalToken, name, YamlScalarMap.Of(file.Text, scalar).Span(at, name.Length))
                );
            }
        }
    }

    private void ReadAction(ActionReference action, YamlMapping with, YamlMapping step, YamlMapping job, int unit)
    {
        foreach (var (name, input, family) in Inputs)
        {
            if (action.Is(name) && with.Find(input) is { } entry && Secret(entry, step, job) is { } secret)
            {
                var mark = family == "azure-credentials" && IsReplaceable(action, with, entry, job) ? Replaceable : "";
                facts.Append(new Fact(FactKind.StoredCredential, family + " " + secret + mark, SpanOf(entry)));
            }
        }

        if (
            RegistryLogins.Any(action.Is)
            && with.Find("password") is { } password
            && IsAzureRegistry(with, step, job)
            && Secret(password, step, job) is { } key
        )
        {
            facts.Append(new Fact(FactKind.StoredCredential, "registry-password " + key, SpanOf(password)));
        }

        if (action.Is("azure/login") && with["client-id"].AsScalar() is { } client)
        {
            facts.Append(
                new Fact(
                    FactKind.DeliveryIdentity,
                    "client " + delivery.Resolve(client.Value, step, job),
                    client.Span,
                    unit
                )
            );
        }
    }

    private static bool HasEndpoint(YamlMapping owner) =>
        owner.Mapping("env")?.Entries.Any(static entry => entry.Key.AsScalar()?.Value.Contains("ENDPOINT") == true)
        == true;

    private string? Secret(YamlEntry entry, YamlMapping step, YamlMapping job) =>
        entry.Value.AsScalar() is { } value
            ? SecretNames
                .OfGitHub(delivery.Resolve(value.Value, step, job))
                .LastOrDefault(static name => !SecretNames.IsOfRun(name))
            : null;

    // A registry of Azure by its address, or by the words of what holds it: ACR_LOGIN_SERVER.
    private bool IsAzureRegistry(YamlMapping with, YamlMapping step, YamlMapping job)
    {
        var server = delivery.Resolve(with.Text("registry") ?? with.Text("login-server") ?? "", step, job);
        return server.IndexOf(".azurecr.", StringComparison.OrdinalIgnoreCase) >= 0
            || SecretNames
                .OfGitHub(server)
                .Any(static name => ("_" + name + "_").IndexOf("_ACR_", StringComparison.OrdinalIgnoreCase) >= 0);
    }

    // The job may have a token of GitHub's already, and the inputs stand line by line.
    private bool IsReplaceable(ActionReference action, YamlMapping with, YamlEntry entry, YamlMapping job)
    {
        var permissions = job["permissions"] ?? file.Yaml.RootMapping?["permissions"];
        var mayAskForToken = permissions is YamlMapping granted
            ? granted.Text("id-token") == "write"
            : permissions.AsScalar()?.Value == "write-all";
        return mayAskForToken
            && action.Is("azure/login")
            && !with.Has("client-id")
            && with.Entries.All(other => other == entry || other.Key.Span.StartLine != entry.Key.Span.StartLine)
            && entry.Key.Span.StartColumn > 1
            && file.Text.Line(entry.Key.Span.StartLine)
                .Substring(0, entry.Key.Span.StartColumn - 1)
                .All(static c => c == ' ');
    }

    private static SourceSpan SpanOf(YamlEntry entry) =>
        new(entry.Key.Span.StartLine, entry.Key.Span.StartColumn, entry.Value.Span.EndLine, entry.Value.Span.EndColumn);
}
