using System;
using System.Globalization;
using System.Linq;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// What a text must stand beside its pattern, as a detector names it, several with a blank between them: <c>entropy-3.5</c> (bits
/// a character), <c>digit</c>, <c>mixed</c>, <c>kinds-2</c> (of characters), <c>not-sequence</c>, <c>not-typed</c> (no sequence in any part of it), <c>base64-64</c> (bytes and more), <c>github-checksum</c>, <c>jwt</c>,
/// <c>basic</c> (user and password in base64), and, from the strictest to the most lenient, how a secret of no known form looks:
/// <c>generated</c>, <c>chosen</c> (by a person), <c>secretive</c> (one of the two), <c>opaque</c> (as tokens in headers are),
/// <c>password</c> (where nothing but a password can stand).
/// </summary>
internal sealed class SecretTest
{
    private readonly Lazy<Func<string, bool>[]> _tests;

    /// <summary>Reads the names of tests; none for an empty text.</summary>
    public SecretTest(string names) =>
        _tests = new Lazy<Func<string, bool>[]>(() =>
            names.Length == 0 ? Array.Empty<Func<string, bool>>() : names.Split(' ').Select(Test).ToArray()
        );

    /// <summary>Whether a text stands all tests.</summary>
    /// <exception cref="FormatException">A test has a name that is not known.</exception>
    public bool Holds(string value) => _tests.Value.All(test => test(value));

    private static Func<string, bool> Test(string name)
    {
        var dash = name.IndexOf('-');
        var number = dash < 0 ? "" : name.Substring(dash + 1);
        return name switch
        {
            "digit" => static value => value.Any(static sign => sign is >= '0' and <= '9'),
            "mixed" => static value => value.Any(char.IsUpper) && value.Any(char.IsLower),
            "github-checksum" => GitHubTokenChecksum.Holds,
            "not-sequence" => static value => !SequenceText.Is(value),
            "not-typed" => static value => !SequenceText.Is(value) && !SequenceText.IsWithin(value),
            "jwt" => JsonWebToken.Is,
            "basic" => BasicCredentials.Are,
            "generated" => UnspecificSecrets.IsGenerated,
            "chosen" => UnspecificSecrets.IsChosen,
            "secretive" => static value => UnspecificSecrets.IsChosen(value) || UnspecificSecrets.IsGenerated(value),
            "opaque" => UnspecificSecrets.IsOpaque,
            "password" => CommonPasswords.IsOther,
            _ when name.StartsWith("kinds-", StringComparison.Ordinal) => AtLeast(Kinds, number),
            _ when name.StartsWith("entropy-", StringComparison.Ordinal) => AtLeast(Entropy.Of, number),
            _ when name.StartsWith("base64-", StringComparison.Ordinal) => AtLeast(Base64Length, number),
            _ => throw new FormatException($"'{name}' is no test of a secret"),
        };
    }

    private static Func<string, bool> AtLeast(Func<string, double> measure, string number)
    {
        var least = double.Parse(number, CultureInfo.InvariantCulture);
        return value => measure(value) >= least;
    }

    // Small letters, capitals, digits, signs.
    private static double Kinds(string value)
    {
        var kinds = 0;
        foreach (var sign in value)
        {
            kinds |=
                char.IsLower(sign) ? 1
                : char.IsUpper(sign) ? 2
                : char.IsDigit(sign) ? 4
                : char.IsLetter(sign) ? 0
                : 8;
        }

        return (kinds & 1) + (kinds >> 1 & 1) + (kinds >> 2 & 1) + (kinds >> 3);
    }

    private static double Base64Length(string value)
    {
        try
        {
            return Convert.FromBase64String(value).Length;
        }
        catch (FormatException)
        {
            return -1;
        }
    }
}
