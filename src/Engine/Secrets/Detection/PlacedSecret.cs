using Governance.Engine.Syntax;

namespace Governance.Engine.Secrets.Detection;

/// <summary>A secret and its place in a file.</summary>
/// <param name="Detector">The detector that knows it.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Digest">What tells it from others.</param>
internal sealed record PlacedSecret(SecretDetector Detector, SourceSpan Span, string Digest);
