namespace Governance.Analyzers.CSharp;

/// <summary>What a type or method signs in with.</summary>
/// <param name="Family">The family of GOV0302: <c>interactive</c>, <c>user-password</c> or <c>signed-in-user</c>.</param>
/// <param name="Deed">What it does: the rest of a sentence that begins with its name.</param>
internal sealed record SignIn(string Family, string Deed)
{
    public static readonly SignIn Browser = new("interactive", "signs in a person in a browser");
    public static readonly SignIn DeviceCode = new("interactive", "signs in a person with a code");
    public static readonly SignIn Password = new("user-password", "signs in a user with a password");

    public static readonly SignIn Windows = To("Windows");

    /// <summary>As whoever is signed in to a tool of the machine.</summary>
    public static SignIn To(string tool) => new("signed-in-user", "acts as whoever is signed in to " + tool);
}
