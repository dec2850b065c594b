using System;
using System.Globalization;
using System.Linq;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// What a text must stand beside its pattern, as a detector names it, several with a blank between them: <c>entropy-3.5</c> (bits
/// a character), <c>digit</c>, <c>mixed</c>, <c>kinds-2</c> (of characters), <c>not-sequence</c>, <c>base64-64</c> (bytes), <c>github-checksum</c>, <c>jwt</c>,
/// <c>basic</c> (user and password in base64), and, from the strictest to the most lenient, how a secret of no known form looks:
/// <c>generated</c>, <c>chosen</c> (by a person), <c>secretive</c> (one of the two), <c>opaque</c> (as tokens in headers are),
/// <c>password</c> (where nothing but a password can stand).
/// </summary>
internal sealed class SecretTest
{
    private readonly string[] _names;

    /// <summary>Reads the names of tests; none for an empty text.</summary>
    public SecretTest(string names) => _names = names.Length == 0 ? Array.Empty<string>() : names.Split(' ');

    /// <summary>Whether a text stands all tests.</summary>
    /// <exception cref="FormatException">A test has a name that is not known.</exception>
    public bool Holds(string value) => _names.All(name => Holds(name, value));

    private static bool Holds(string name, string value)
    {
        var dash = name.IndexOf('-');
        var number = dash < 0 ? "" : name.Substring(dash + 1);
        return name switch
        {
            "digit" => value.Any(static sign => sign is >= '0' and <= '9'),
            "mixed" => value.Any(char.IsUpper) && value.Any(char.IsLower),
            "github-checksum" => GitHubTokenChecksum.Holds(value),
            "not-sequence" => !SequenceText.Is(value),
            "jwt" => JsonWebToken.Is(value),
            "basic" => BasicCredentials.Are(value),
            "generated" => UnspecificSecrets.IsGenerated(value),
            "chosen" => UnspecificSecrets.IsChosen(value),
            "secretive" => UnspecificSecrets.IsChosen(value) || UnspecificSecrets.IsGenerated(value),
            "opaque" => UnspecificSecrets.IsOpaque(value),
            "password" => CommonPasswords.IsOther(value),
            _ when name.StartsWith("kinds-", StringComparison.Ordinal) => Kinds(value)
                >= int.Parse(number, CultureInfo.InvariantCulture),
            _ when name.StartsWith("entropy-", StringComparison.Ordinal) => Entropy.Of(value)
                >= double.Parse(number, CultureInfo.InvariantCulture),
            _ when name.StartsWith("base64-", StringComparison.Ordinal) => Base64Length(value)
                == int.Parse(number, CultureInfo.InvariantCulture),
            _ => throw new FormatException($"'{name}' is no test of a secret"),
        };
    }

    // Small letters, capitals, digits, signs.
    private static int Kinds(string value) =>
        new[]
        {
            value.Any(char.IsLower),
            value.Any(char.IsUpper),
            value.Any(char.IsDigit),
            !value.All(char.IsLetterOrDigit),
        }.Count(static has => has);

    private static int Base64Length(string value)
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
