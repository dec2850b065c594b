using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// Finds the secrets of a text: one pass looks for what secrets begin with and what their names have in them, and patterns are
/// tried there only. The time is linear in the text.
/// </summary>
internal static class SecretScanner
{
    /// <summary>Nobody looks for shorter values, in characters.</summary>
    private const int ShortestValue = 5;

    /// <summary>The secrets of a text, sorted by place, none within another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What kind of text it is, by <see cref="TextKinds"/>.</param>
    public static ImmutableArray<FoundSecret> Find(string text, string kind)
    {
        var index = DetectorCatalog.Index;
        List<FoundSecret>? found = null;
        List<string>? signatures = null;
        DetectorSearch[]? searches = null;
        Dictionary<string, SecretDetector[]>? named = null;
        var namedUntil = 0;
        for (var at = index.Next(text, 0); at < text.Length; at = index.Next(text, at + 1))
        {
            index.At(text, at, signatures ??= []);
            foreach (var signature in signatures)
            {
                if (DetectorCatalog.BySignature.Find(signature) is { } detectors)
                {
                    searches ??= new DetectorSearch[DetectorCatalog.All.Length];
                    AddSigned(text, at, signature, detectors, kind, searches, ref found);
                }
                else if (at >= namedUntil)
                {
                    namedUntil = AddNamed(text, at, kind, named ??= new(StringComparer.Ordinal), ref found);
                }
            }
        }

        return found is null ? ImmutableArray<FoundSecret>.Empty : WithoutOverlaps(found);
    }

    private static void AddSigned(
        string text,
        int at,
        string signature,
        IReadOnlyList<SecretDetector> detectors,
        string kind,
        DetectorSearch[] searches,
        ref List<FoundSecret>? found
    )
    {
        for (var index = 0; index < detectors.Count; index++)
        {
            var detector = detectors[index];
            if (
                !detector.IsQuietIn(kind)
                && IsWritten(text, at, signature.Length, detector)
                && detector.AtSignature(text, at, ref searches[detector.Rank]) is { } secret
            )
            {
                (found ??= []).Add(secret);
            }
        }
    }

    // The search ignores case, and most secrets do not.
    private static bool IsWritten(string text, int at, int length, SecretDetector detector)
    {
        foreach (var signature in detector.Signatures)
        {
            if (signature.Length == length && string.CompareOrdinal(text, at, signature, 0, length) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks at what is given to the name around a place.</summary>
    /// <returns>Where the name ends: what else is found in it tells nothing new.</returns>
    private static int AddNamed(
        string text,
        int at,
        string kind,
        Dictionary<string, SecretDetector[]> named,
        ref List<FoundSecret>? found
    )
    {
        var assigned = AssignedValue.At(text, at);
        if (assigned.Length < ShortestValue)
        {
            return Math.Max(assigned.NameEnd, assigned.Start);
        }

        var name = assigned.PlainName(text);
        if (!named.TryGetValue(name, out var detectors))
        {
            named.Add(name, detectors = DetectorCatalog.ByName.Find(name));
        }

        if (ByName(text, assigned, name, detectors, kind) is { } secret)
        {
            (found ??= []).Add(secret);
        }

        return assigned.NameEnd;
    }

    private static FoundSecret? ByName(
        string text,
        AssignedValue assigned,
        string name,
        SecretDetector[] detectors,
        string kind
    )
    {
        bool? isSpoiled = null;
        foreach (var detector in detectors)
        {
            if (
                detector.TakesRest
                && (isSpoiled ??= SpoiledSecret.Is(name, text.Substring(assigned.Start, assigned.Length)))
            )
            {
                return null;
            }

            if (!detector.IsQuietIn(kind) && detector.AsValue(text, assigned.Start, assigned.Length) is { } secret)
            {
                return secret;
            }

            if (detector.TakesName)
            {
                return null;
            }
        }

        return null;
    }

    // Of those that overlap, the one whose detector comes first in the table counts.
    private static ImmutableArray<FoundSecret> WithoutOverlaps(List<FoundSecret> found)
    {
        var kept = ImmutableArray.CreateBuilder<FoundSecret>();
        foreach (var secret in found.OrderBy(static one => one.Start).ThenBy(static one => one.Detector.Rank))
        {
            if (kept.Count == 0 || kept[kept.Count - 1].End <= secret.Start)
            {
                kept.Add(secret);
            }
            else if (secret.Detector.Rank < kept[kept.Count - 1].Detector.Rank)
            {
                kept[kept.Count - 1] = secret;
            }
        }

        return kept.ToImmutable();
    }
}
