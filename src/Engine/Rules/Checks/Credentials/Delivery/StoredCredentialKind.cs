namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>What a stored credential is, and what takes its place.</summary>
/// <param name="What">The beginning of a sentence.</param>
/// <param name="Remedy">What to do: a sentence without a full stop.</param>
internal sealed record StoredCredentialKind(string What, string Remedy)
{
    /// <summary>The kind of a family of GOV0320.</summary>
    public static StoredCredentialKind Of(string family) =>
        family switch
        {
            "azure-credentials" => new(
                "The password of a service principal",
                "Give the service principal or a managed identity a federated credential for this repository, write 'client-id', 'tenant-id' and 'subscription-id' in its place, with 'permissions: id-token: write', and delete the secret"
            ),
            "client-secret" => new(
                "The password of a service principal",
                "Take a federated credential: 'ARM_USE_OIDC: true' for Terraform, azure/login with 'client-id' for other tools, a service connection with workload identity federation at Azure Pipelines; then delete the secret"
            ),
            "service-principal-secret" => new(
                "The password of a service principal",
                "Sign in with '--federated-token' or '--identity', or let azure/login or AzureCLI@2 sign in by a federated identity, and delete the secret"
            ),
            "aws-access-key" => new(
                "An access key of AWS",
                "Write 'role-to-assume' of a role that trusts this repository's tokens in its place, with 'permissions: id-token: write', and delete the key"
            ),
            "google-key" => new(
                "The key of a service account of Google Cloud",
                "Write 'workload_identity_provider' and 'service_account' in its place, with 'permissions: id-token: write', and delete the key"
            ),
            "registry-password" => new(
                "The password of a container registry of Azure",
                "Sign in to Azure by a federated identity that may push, then 'az acr login --name <registry>', and turn the registry's admin user off"
            ),
            "publish-profile" => new(
                "A publish profile, which is a user name with a password,",
                "Sign in with azure/login by a federated identity, leave 'publish-profile' out, and turn basic authentication off"
            ),
            _ => new(
                "The configuration of a cluster with its user's credentials",
                "Sign in with azure/login by a federated identity and take azure/aks-set-context with 'use-kubelogin', and delete the secret"
            ),
        };
}
