using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Secrets.Detection;

/// <summary>All detectors, and what to look for in a text to know which of them it needs.</summary>
internal static class DetectorCatalog
{
    /// <summary>What names of secrets have in them, whatever they open.</summary>
    private static readonly ImmutableArray<string> NameWords = ImmutableArray.Create(
        "token",
        "key",
        "secret",
        "pass",
        "pwd",
        "cred",
        "auth",
        "login"
    );

    /// <summary>All detectors, the more exact ones first.</summary>
    public static ImmutableArray<SecretDetector> All { get; } =
        DetectorTable.Records().Select(static (record, rank) => new SecretDetector(record, rank)).ToImmutableArray();

    /// <summary>The detectors that know a secret by its name.</summary>
    public static DetectorsByName ByName { get; } = new(All);

    /// <summary>The signatures in lower case, each with its detectors.</summary>
    public static DetectorsBySignature BySignature { get; } = new(All);

    /// <summary>The signatures that a secret begins with and that end in a sign, as <c>ghp_</c> does: no other service uses them.</summary>
    public static ImmutableHashSet<string> Prefixes { get; } =
        All.SelectMany(static detector => detector.Signatures)
            .Where(static signature =>
                signature.Length >= 4
                && signature[signature.Length - 1] is '_' or '-'
                && char.IsLetterOrDigit(signature[0])
            )
            .ToImmutableHashSet(System.StringComparer.Ordinal);

    /// <summary>The search for all signatures and for words of names.</summary>
    public static SignatureIndex Index { get; } = new(BySignature.Signatures.Concat(AllNameWords()));

    /// <summary>Whether a family's secrets are told by themselves, wherever they stand.</summary>
    public static bool IsCertain(string family) =>
        All.FirstOrDefault(detector => detector.Id == family) is { IsCertain: true };

    // A name with one of the common words is found by that.
    private static IEnumerable<string> AllNameWords() =>
        NameWords.Concat(
            All.SelectMany(static detector => detector.Names)
                .Where(static name => !name.IsUnwanted)
                .Where(static name => !NameWords.Any(word => name.Has(word)))
                .Select(static name => name.Word)
        );
}
