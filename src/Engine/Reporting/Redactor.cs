using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Governance.Engine.Secrets.Detection;

namespace Governance.Engine.Reporting;

/// <summary>
/// Masks secrets in whatever text is about to be shown. <see cref="RedactedReport"/> passes every text of a report
/// through it, and writers get nothing else. Time is linear in the text.
/// </summary>
public static class Redactor
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "***";

    /// <summary>From this length on, in characters, a vectorised search pays for its making.</summary>
    private const int LongText = 4096;

    /// <summary>The anchors by their first letter, in lower case; all are ASCII.</summary>
    private static readonly Anchor[][] ByFirstLetter = Index();

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
        var known = SecretScanner.Find(text, TextKinds.Any);
        var likely = FindLikely(text);
        return known.IsEmpty
            ? likely
            : TextRange.Union(known.Select(static secret => new TextRange(secret.Start, secret.Length)).Concat(likely));
    }

    /// <summary>What looks like a secret at a glance. A report rather shows too little.</summary>
    private static ImmutableArray<TextRange> FindLikely(string text)
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
        // A letter outside ASCII may equal an ASCII one when case is ignored; no secret begins with one.
        var letter = char.ToLowerInvariant(text[at]);
        if (letter >= ByFirstLetter.Length)
        {
            return null;
        }

        foreach (var anchor in ByFirstLetter[letter])
        {
            if (
                string.Compare(text, at, anchor.Text, 0, anchor.Text.Length, StringComparison.OrdinalIgnoreCase) == 0
                && anchor.Signature.Match(text, at) is { Length: > 0 } secret
            )
            {
                return secret;
            }
        }

        return null;
    }

    private static int NextAnchor(string text, int from)
    {
#if !NETSTANDARD2_0
        if (text.Length >= LongText)
        {
            var found = text.AsSpan(from).IndexOfAny(LongTexts.FirstAnchor);
            return found < 0 ? -1 : from + found;
        }

#endif
        for (var at = from; at < text.Length; at++)
        {
            var letter = char.ToLowerInvariant(text[at]);
            if (letter < ByFirstLetter.Length && ByFirstLetter[letter].Length > 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static Anchor[][] Index()
    {
        var anchors = SecretSignature.All.SelectMany(Anchor.Of).ToArray();
        var index = new Anchor[128][];
        for (var letter = 0; letter < index.Length; letter++)
        {
            index[letter] = Array.FindAll(anchors, anchor => anchor.Text[0] == letter);
        }

        return index;
    }

    /// <summary>A text that a kind of secret begins with.</summary>
    private sealed class Anchor
    {
        private Anchor(string text, SecretSignature signature)
        {
            Text = text;
            Signature = signature;
        }

        /// <summary>The text, in lower case.</summary>
        public string Text { get; }

        /// <summary>The kind of secret.</summary>
        public SecretSignature Signature { get; }

        /// <summary>The anchors of a signature.</summary>
        public static IEnumerable<Anchor> Of(SecretSignature signature) =>
            signature.Anchors.Select(text => new Anchor(text.ToLowerInvariant(), signature));
    }

#if !NETSTANDARD2_0
    /// <summary>Made when the first long text is seen: making it costs a short run more than its use saves.</summary>
    private static class LongTexts
    {
        public static readonly System.Buffers.SearchValues<string> FirstAnchor = System.Buffers.SearchValues.Create(
            SecretSignature
                .All.SelectMany(static signature => signature.Anchors)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .ToArray(),
            StringComparison.OrdinalIgnoreCase
        );
    }
#endif
}
