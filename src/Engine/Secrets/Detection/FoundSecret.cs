namespace Governance.Engine.Secrets.Detection;

/// <summary>A secret that stands in a text. It holds its place, not the secret.</summary>
/// <param name="Detector">The detector that knows it.</param>
/// <param name="Start">The offset of its first character, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
internal readonly record struct FoundSecret(SecretDetector Detector, int Start, int Length)
{
    /// <summary>The offset behind its last character.</summary>
    public int End => Start + Length;
}
