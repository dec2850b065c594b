namespace Governance.Engine.Secrets.Detection;

/// <summary>Kinds of text that some detectors leave alone.</summary>
internal static class TextKinds
{
    /// <summary>What has no kind of its own.</summary>
    public const string Any = "";

    /// <summary>Prose with examples.</summary>
    public const string Documentation = "docs";

    /// <summary>What a tool has written about packages: full of hashes.</summary>
    public const string LockFile = "lock";
}
