namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>What kind of secret an API is given.</summary>
/// <param name="Family">The family of GOV0301.</param>
/// <param name="What">What it is, as a sentence begins with it.</param>
/// <param name="Form">How it is told from what is none.</param>
internal sealed record SecretKind(string Family, string What, SecretForm Form)
{
    /// <summary>What people choose.</summary>
    public static readonly SecretKind Password = new("password", "A password", SecretForm.Chosen);

    /// <summary>The password of an application.</summary>
    public static readonly SecretKind ClientSecret = new("client-secret", "A client secret", SecretForm.Generated);

    /// <summary>The key of a service, which whoever holds it may use.</summary>
    public static readonly SecretKind ServiceKey = new("service-key", "A key", SecretForm.Generated);

    /// <summary>A personal access token, a bearer token, a shared access signature.</summary>
    public static readonly SecretKind AccessToken = new("access-token", "An access token", SecretForm.Generated);

    /// <summary>A key that tokens are signed with.</summary>
    public static readonly SecretKind SigningKey = new("signing-key", "A signing key", SecretForm.Chosen);

    /// <summary>A connection string, of which the secret is a part.</summary>
    public static readonly SecretKind ConnectionString = new(
        "connection-string",
        "A connection string",
        SecretForm.ConnectionString
    );

    /// <summary>The value of a header: a token, or a user with a password.</summary>
    public static readonly SecretKind Header = AccessToken with { Form = SecretForm.Header };

    /// <summary>An address, which may be signed.</summary>
    public static readonly SecretKind Address = AccessToken with { Form = SecretForm.Address };
}

/// <summary>How a secret is told from what is none.</summary>
internal enum SecretForm
{
    /// <summary>Anything but a placeholder.</summary>
    Chosen,

    /// <summary>What looks made up by a machine.</summary>
    Generated,

    /// <summary>A part of a connection string.</summary>
    ConnectionString,

    /// <summary>A part of a header's value.</summary>
    Header,

    /// <summary>The signature of an address.</summary>
    Address,
}
