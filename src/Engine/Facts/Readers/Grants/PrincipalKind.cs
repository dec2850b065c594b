namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>To whom access is granted, as facts name it.</summary>
internal static class PrincipalKind
{
    /// <summary>A person.</summary>
    public const string User = "user";

    /// <summary>A group of the directory.</summary>
    public const string Group = "group";

    /// <summary>An application, a managed identity or a device: no person.</summary>
    public const string Service = "service";

    /// <summary>Whoever deploys.</summary>
    public const string Deployer = "deployer";

    /// <summary>Known when it is deployed only; the name of the parameter that says so follows, where there is one.</summary>
    public const string Unknown = "unknown";
}
