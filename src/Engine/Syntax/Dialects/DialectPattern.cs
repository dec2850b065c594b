using System;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>
/// A regular expression that whole values match. What it takes to match is linear in the value; where the platform has no such engine,
/// a match that takes longer than it should counts as one.
/// </summary>
internal sealed class DialectPattern
{
    /// <summary>The longest expression, in UTF-16 code units.</summary>
    public const int MaxLength = 1000;

#if NET
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
#else
    private const RegexOptions Options = RegexOptions.CultureInvariant;
#endif

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    private readonly Regex _regex;

    private DialectPattern(string text, Regex regex)
    {
        Text = text;
        _regex = regex;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>What values that match are, in words; null where the dialect does not say.</summary>
    public string? Meaning { get; init; }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="meaning">What values that match are, in words.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="error">Why there is none: half a sentence.</param>
    public static bool TryParse(
        string text,
        string? meaning,
        [NotNullWhen(true)] out DialectPattern? pattern,
        [NotNullWhen(false)] out string? error
    )
    {
        pattern = null;
        error = text.Length > MaxLength ? $"is longer than {MaxLength} characters" : null;
        try
        {
            if (error is null)
            {
                pattern = new DialectPattern(text, new Regex($@"\A(?:{text})\z", Options, Limit)) { Meaning = meaning };
            }
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            error = "is no regular expression that can be matched in linear time: " + exception.Message.TrimEnd('.');
        }

        return pattern is not null;
    }

    /// <summary>Whether a whole value matches.</summary>
    public bool Matches(string value)
    {
        try
        {
            return _regex.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
