using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
#if NETSTANDARD2_0
using System.Text.RegularExpressions;
#endif

namespace Governance.Engine.Reporting;

/// <summary>
/// Masks secrets in whatever text is about to be shown. <see cref="RedactedReport"/> passes every text of a report
/// through it, and writers get nothing else. Time is linear in the text.
/// </summary>
public static class Redactor
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "***";

    private static readonly ImmutableArray<string> Anchors = SecretSignature
        .All.SelectMany(static signature => signature.Anchors)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .ToImmutableArray();

    private static readonly ILookup<char, (string Anchor, SecretSignature Signature)> ByFirstLetter = SecretSignature
        .All.SelectMany(static signature => signature.Anchors.Select(anchor => (Anchor: anchor, Signature: signature)))
        .ToLookup(static pair => char.ToLowerInvariant(pair.Anchor[0]));

#if NETSTANDARD2_0
    private static readonly Regex AnyAnchor = new(
        string.Join("|", Anchors.Select(Regex.Escape)),
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );
#else
    private static readonly System.Buffers.SearchValues<string> AnyAnchor = System.Buffers.SearchValues.Create(
        Anchors.AsSpan(),
        StringComparison.OrdinalIgnoreCase
    );
#endif

    /// <summary>The text with every secret replaced by <see cref="Mask"/>; the same instance where there is none.</summary>
    public static string Redact(string text)
    {
        var secrets = Find(text);
        if (secrets.IsEmpty)
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        var offset = 0;
        foreach (var secret in secrets)
        {
            shown.Append(text, offset, secret.Start - offset).Append(Mask);
            offset = secret.End;
        }

        return shown.Append(text, offset, text.Length - offset).ToString();
    }

    /// <summary>Where secrets stand: sorted, not overlapping, none empty.</summary>
    internal static ImmutableArray<TextRange> Find(string text)
    {
        List<TextRange>? found = null;
        var seen = 0;
        for (var at = NextAnchor(text, 0); at >= 0; at = NextAnchor(text, at))
        {
            var secret = SecretAt(text, at);
            at++;
            if (secret is { } range && range.End > seen)
            {
                var start = Math.Max(range.Start, seen);
                (found ??= []).Add(new TextRange(start, range.End - start));
                seen = range.End;
                at = Math.Max(at, seen);
            }
        }

        return found is null ? ImmutableArray<TextRange>.Empty : found.ToImmutableArray();
    }

    private static TextRange? SecretAt(string text, int at)
    {
        foreach (var (anchor, signature) in ByFirstLetter[char.ToLowerInvariant(text[at])])
        {
            if (
                string.Compare(text, at, anchor, 0, anchor.Length, StringComparison.OrdinalIgnoreCase) == 0
                && signature.Match(text, at) is { Length: > 0 } secret
            )
            {
                return secret;
            }
        }

        return null;
    }

#if NETSTANDARD2_0
    private static int NextAnchor(string text, int from)
    {
        var match = AnyAnchor.Match(text, from);
        return match.Success ? match.Index : -1;
    }
#else
    private static int NextAnchor(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAny(AnyAnchor);
        return at < 0 ? -1 : from + at;
    }
#endif
}
