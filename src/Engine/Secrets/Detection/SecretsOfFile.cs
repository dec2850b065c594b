using System.Collections.Generic;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Secrets.Detection;

/// <summary>The secrets of a file, whatever wraps its text.</summary>
internal static class SecretsOfFile
{
    /// <summary>The secrets, in the order of the file.</summary>
    public static IEnumerable<PlacedSecret> Find(ParsedFile file)
    {
        var text = file.Text.Text;
        foreach (var secret in SecretScanner.Find(text, KindOf(file.Class)))
        {
            yield return new PlacedSecret(
                secret.Detector,
                file.Text.Span(secret.Start, secret.Length),
                SecretDigest.Of(text.Substring(secret.Start, secret.Length))
            );
        }
    }

    private static string KindOf(FileClass fileClass) =>
        fileClass switch
        {
            FileClass.Documentation => TextKinds.Documentation,
            _ => TextKinds.Any,
        };
}

/// <summary>A secret and its place in a file.</summary>
/// <param name="Detector">The detector that knows it.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Digest">What tells it from others.</param>
internal sealed record PlacedSecret(SecretDetector Detector, SourceSpan Span, string Digest);
