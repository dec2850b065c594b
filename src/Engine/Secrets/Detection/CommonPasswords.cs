using System;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Secrets.Detection;

/// <summary>Passwords of images, tutorials and tests, which keep nobody out and stand for a password rather than are one.</summary>
internal static class CommonPasswords
{
    private const int Shortest = 4;

    private static readonly ImmutableHashSet<string> Words = (
        "password passwort passwd pass pwd pw secret secrets secure admin administrator root toor guest user username login test "
        + "tests tester testing testpass testpassword testuser foo bar baz foobar foopass dummy fake mock sample example demo hello "
        + "world changeme changeit letmein qwerty welcome abc abcd abcdef default postgres postgresql mysql mariadb mongo "
        + "mongodb redis oracle mssql sqlserver rabbitmq elastic neo4j minio minioadmin grafana docker sa dev develop developer development "
        + "local localhost airflow mlflow mysecretpassword mypassword mypass somepassword hunter swordfish wrong invalid bad good "
        + "passord token apikey key hidden null none nil empty string value topsecret supersecret verysecret myuser"
    )
        .Split(' ')
        .ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Whether a text in a password's place may be one: not a word of those above, with whatever digits behind it and signs in place of
    /// letters (<c>P@ssw0rd1</c>), and nothing that is filled in later.
    /// </summary>
    public static bool IsOther(string value) =>
        value.Length >= Shortest
        && !value.Any(static sign => sign <= ' ' || sign > '~')
        && value.IndexOf("{", StringComparison.Ordinal) < 0
        && !(value[0] == '%' && value[value.Length - 1] == '%')
        && value[0] is not ('$' or '<' or '@' or ':')
        && !SequenceText.Is(value)
        && Entropy.Of(value) >= 1.5
        && !Words.Contains(Plain(value));

    // Digits at the end first: what follows a word is no letter of it.
    private static string Plain(string value)
    {
        var letters = value
            .TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!')
            .ToLowerInvariant()
            .Select(static sign =>
                sign switch
                {
                    '@' or '4' => 'a',
                    '0' => 'o',
                    '$' or '5' => 's',
                    '3' => 'e',
                    '1' or '!' => 'i',
                    _ => sign,
                }
            )
            .Where(char.IsLetter);
        return new string(letters.ToArray());
    }
}
