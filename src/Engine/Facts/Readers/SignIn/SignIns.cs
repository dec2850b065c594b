using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Facts.Readers.SignIn;

/// <summary>The families of ways to sign in as a person, which the rules' findings are told apart by.</summary>
internal static class SignInFamily
{
    /// <summary>Asks a person to sign in.</summary>
    public const string Interactive = "interactive";

    /// <summary>Signs in a user with a password.</summary>
    public const string Password = "user-password";

    /// <summary>Acts as whoever is signed in on the machine.</summary>
    public const string SignedInUser = "signed-in-user";
}

/// <summary>
/// What in the libraries of Azure signs in as a person, by its full name.
/// https://learn.microsoft.com/en-us/python/api/azure-identity/azure.identity and
/// https://learn.microsoft.com/en-us/python/api/msal/msal.application.publicclientapplication
/// </summary>
internal static class SignInNames
{
    /// <summary>The credentials of azure.identity, for Python and .NET alike, and their families.</summary>
    public static ImmutableDictionary<string, string> Credentials { get; } =
        new Dictionary<string, string>
        {
            ["InteractiveBrowserCredential"] = SignInFamily.Interactive,
            ["DeviceCodeCredential"] = SignInFamily.Interactive,
            ["UsernamePasswordCredential"] = SignInFamily.Password,
            ["AzureCliCredential"] = SignInFamily.SignedInUser,
            ["AzurePowerShellCredential"] = SignInFamily.SignedInUser,
            ["AzureDeveloperCliCredential"] = SignInFamily.SignedInUser,
            ["VisualStudioCodeCredential"] = SignInFamily.SignedInUser,
            ["VisualStudioCredential"] = SignInFamily.SignedInUser,
            ["SharedTokenCacheCredential"] = SignInFamily.SignedInUser,
        }.ToImmutableDictionary();

    /// <summary>
    /// The authentication of the Azure ML SDK v1.
    /// https://learn.microsoft.com/en-us/python/api/azureml-core/azureml.core.authentication
    /// </summary>
    public static ImmutableDictionary<string, string> AzureML { get; } =
        new Dictionary<string, string>
        {
            ["InteractiveLoginAuthentication"] = SignInFamily.Interactive,
            ["AzureCliAuthentication"] = SignInFamily.SignedInUser,
        }.ToImmutableDictionary();

    /// <summary>The methods of MSAL and of ADAL for Python.</summary>
    public static ImmutableDictionary<string, string> Methods { get; } =
        new Dictionary<string, string>
        {
            ["acquire_token_interactive"] = SignInFamily.Interactive,
            ["acquire_token_by_device_flow"] = SignInFamily.Interactive,
            ["acquire_token_by_username_password"] = SignInFamily.Password,
            ["acquire_token_with_device_code"] = SignInFamily.Interactive,
            ["acquire_token_with_username_password"] = SignInFamily.Password,
        }.ToImmutableDictionary();

    /// <summary>The methods of MSAL for .NET.</summary>
    public static ImmutableDictionary<string, string> DotNetMethods { get; } =
        new Dictionary<string, string>
        {
            ["AcquireTokenInteractive"] = SignInFamily.Interactive,
            ["AcquireTokenWithDeviceCode"] = SignInFamily.Interactive,
            ["AcquireTokenByUsernamePassword"] = SignInFamily.Password,
            ["AcquireTokenByIntegratedWindowsAuth"] = SignInFamily.SignedInUser,
        }.ToImmutableDictionary();
}
