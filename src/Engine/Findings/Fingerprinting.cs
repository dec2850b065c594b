using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Governance.Engine.Findings;

/// <summary>
/// Gives findings their identity over time: 128 bits of a SHA-256 over rule, path, flagged content, and a number where the
/// same content repeats in one file. Lines that move change nothing. Of a secret only 24 bits of a hash go in: enough to
/// tell two apart, useless to guess one from.
/// </summary>
public static class Fingerprinting
{
    private const int FingerprintBytes = 16;
    private const int SecretBytes = 3;

    /// <summary>The ids of the credentials area, for ever.</summary>
    private const string SecretRules = "GOV03";

    /// <summary>The findings in <see cref="FindingOrder"/>, with their fingerprints set.</summary>
    public static ImmutableArray<Finding> Assign(IEnumerable<Finding> findings)
    {
        using var hash = SHA256.Create();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return findings
            .OrderBy(static finding => finding, FindingOrder.Instance)
            .Select(finding => finding with { Fingerprint = Of(finding, finding.Location.Path, hash, numbers) })
            .ToImmutableArray();
    }

    /// <summary>
    /// The fingerprints that the findings, sorted as <see cref="Assign"/> left them, would have had before files were
    /// renamed: one for each finding.
    /// </summary>
    /// <param name="findings">The findings, with their fingerprints.</param>
    /// <param name="renames">New path to old path.</param>
    public static ImmutableArray<string> BeforeRenames(
        ImmutableArray<Finding> findings,
        IReadOnlyDictionary<string, string> renames
    )
    {
        using var hash = SHA256.Create();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return findings
            .Select(finding =>
                renames.TryGetValue(finding.Location.Path, out var oldPath)
                    ? Of(finding, oldPath, hash, numbers)
                    : finding.Fingerprint
            )
            .ToImmutableArray();
    }

    private static string Of(Finding finding, string path, SHA256 hash, Dictionary<string, int> numbers)
    {
        var content = finding.RuleId.StartsWith(SecretRules, StringComparison.Ordinal)
            ? Hex(hash, finding.Content, SecretBytes)
            : finding.Content;
        var identity = $"{finding.RuleId}\0{path}\0{content}";
        numbers.TryGetValue(identity, out var number);
        numbers[identity] = number + 1;
        return Hex(hash, identity + "\0" + number.ToString(CultureInfo.InvariantCulture), FingerprintBytes);
    }

    private static string Hex(SHA256 hash, string text, int length)
    {
        var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(text));
        var hex = new StringBuilder(2 * length);
        for (var index = 0; index < length; index++)
        {
            hex.Append(bytes[index].ToString("x2", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }
}
