using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// What one kind of secret looks like, what it opens, and what to do when it is found: a record of
/// <c>rules/credentials/detectors</c>. Its pattern is made when a text first needs it.
/// </summary>
internal sealed class SecretDetector
{
    /// <summary>What divides the fields of a record, as the generator of the table writes it.</summary>
    private const char Field = '\u001f';

    /// <summary>What divides the items of a list.</summary>
    private const char Item = '\u001e';

    /// <summary>A text in which the pattern is tried more often pays for its being compiled.</summary>
    private const int Often = 1000;

    private readonly Lazy<Regex> _pattern;
    private readonly Lazy<Regex> _compiled;
    private readonly Lazy<CharacterRun?> _before;
    private readonly Lazy<PatternStart> _start;
    private readonly SecretTest _test;
    private readonly string[] _quietIn;

    /// <summary>Reads a record of the table.</summary>
    /// <param name="record">The record.</param>
    /// <param name="rank">Its place in the table: of two that find the same, the earlier counts.</param>
    public SecretDetector(string record, int rank)
    {
        var fields = record.Split(Field);
        Rank = rank;
        Id = fields[0];
        What = fields[1];
        Opens = fields[2];
        Revoke = fields[3];
        Instead = fields[4];
        Signatures = ListOf(fields[5]);
        _before = new Lazy<CharacterRun?>(() => fields[6].Length == 0 ? null : new CharacterRun(fields[6]));
        Names = ListOf(fields[8]).Select(static name => new SecretName(name)).ToImmutableArray();
        var pattern = Names.IsEmpty ? @"\G(?:" + fields[7] + ")" : @"\A(?:" + fields[9] + @")\z";
        _start = new Lazy<PatternStart>(() => new PatternStart(fields[7]));
        _pattern = new Lazy<Regex>(() => new Regex(pattern, RegexOptions.CultureInvariant));
        _compiled = new Lazy<Regex>(() => new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled));
        _test = new SecretTest(fields[10]);
        _quietIn = ListOf(fields[11]).ToArray();
        TakesName = fields[12] == "name";
        TakesRest = fields[12] == "rest";
    }

    /// <summary>The place in the table.</summary>
    public int Rank { get; }

    /// <summary>The family: what stands behind the rule's id.</summary>
    public string Id { get; }

    /// <summary>What it is, as a sentence begins: <c>An access key of an Azure storage account</c>.</summary>
    public string What { get; }

    /// <summary>What who has it can do, after "can".</summary>
    public string Opens { get; }

    /// <summary>How to make it worthless, in the imperative.</summary>
    public string Revoke { get; }

    /// <summary>How to do without it, in the imperative.</summary>
    public string Instead { get; }

    /// <summary>Texts one of which it cannot be without, exactly as written; empty where it is known by its name.</summary>
    public ImmutableArray<string> Signatures { get; }

    /// <summary>What the name may have in it that it is assigned to; empty where a signature tells.</summary>
    public ImmutableArray<SecretName> Names { get; }

    /// <summary>
    /// Whether the <see cref="Names"/> are of one service and the form is all that it gives out: whatever else they are given is no
    /// secret, and nobody else is asked.
    /// </summary>
    public bool TakesName { get; }

    /// <summary>Whether it knows no form, and takes what nothing more exact does.</summary>
    public bool TakesRest { get; }

    /// <summary>Whether only chance could have made a text like it: not a name, but the secret itself tells.</summary>
    public bool IsCertain => Names.IsEmpty && _quietIn.Length == 0;

    /// <summary>Whether the detector leaves alone a kind of text, as <see cref="TextKinds"/> names it.</summary>
    public bool IsQuietIn(string kind) => Array.IndexOf(_quietIn, kind) >= 0;

    /// <summary>The secret at a signature.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where in it one of the <see cref="Signatures"/> stands.</param>
    /// <param name="search">What is known of the text by now.</param>
    public FoundSecret? AtSignature(string text, int at, ref DetectorSearch search)
    {
        if (at < search.Seen)
        {
            return null;
        }

        var start = _before.Value is { } before ? before.StartBefore(text, at) : at;
        if (
            start < 0
            || (start == at && (!WordStart.Is(text, at) || _start.Value.GoesOn(text, at)))
            || !_start.Value.Fits(text, at)
            || (++search.Tries > Often ? _compiled : _pattern).Value.Match(text, at) is not { Success: true } match
        )
        {
            return null;
        }

        search.Seen = match.Index + match.Length;
        var secret = match.Groups["secret"];
        var found = secret.Success
            ? new FoundSecret(this, secret.Index, secret.Length)
            : new FoundSecret(this, start, match.Index + match.Length - start);
        return IsSecret(text, found) ? found : null;
    }

    /// <summary>Whether a plain name is one that the detector is for.</summary>
    public bool IsNamed(string name)
    {
        var isNamed = false;
        foreach (var one in Names)
        {
            if ((one.IsUnwanted || !isNamed) && one.IsIn(name))
            {
                if (one.IsUnwanted)
                {
                    return false;
                }

                isNamed = true;
            }
        }

        return isNamed;
    }

    /// <summary>Whether a value that is assigned to a name with one of the <see cref="Names"/> is the secret.</summary>
    public FoundSecret? AsValue(string text, int start, int length)
    {
        var found = new FoundSecret(this, start, length);
        return _pattern.Value.IsMatch(text.Substring(start, length)) && IsSecret(text, found) ? found : null;
    }

    private bool IsSecret(string text, FoundSecret found)
    {
        var value = text.Substring(found.Start, found.Length);
        return _test.Holds(value) && !PlaceholderText.Is(value) && !PublishedSecrets.Contains(value);
    }

    private static ImmutableArray<string> ListOf(string field) =>
        field.Length == 0 ? ImmutableArray<string>.Empty : field.Split(Item).ToImmutableArray();
}
