using System.Collections.Immutable;
using Governance.Engine.Rules.Checks.Credentials.Delivery;
using Governance.Engine.Rules.Checks.Credentials.Grants;
using Governance.Engine.Rules.Checks.Credentials.Secrets;
using Governance.Engine.Rules.Checks.Credentials.SignIn;

namespace Governance.Engine.Rules.Checks.Credentials;

/// <summary>The checks of the area, in the order of their ids.</summary>
internal static class CredentialsChecks
{
    public static ImmutableArray<Check> All { get; } =
        ImmutableArray.Create<Check>(
            new CommittedSecret(),
            new HumanSignIn(),
            new PersonalCredentialChain(),
            new StoredCredential(),
            new PersonalAccessToken(),
            new SpreadSecret(),
            new PersonalServiceConnection(),
            new SharedIdentity(),
            new DeploymentFromAnyBranch(),
            new HumanGrant(),
            new DeployerGrant(),
            new GroupGrantInProduction(),
            new CommittedKeyStore()
        );
}
