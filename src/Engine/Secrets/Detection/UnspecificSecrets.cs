using System.Linq;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// Tells passwords and keys of no known form from names, words, paths and numbers. Where in doubt, it is none: nothing but the
/// name beside it speaks for a secret.
/// </summary>
internal static class UnspecificSecrets
{
    private const int ShortestGenerated = 16;
    private const int LongestGenerated = 512;
    private const int ShortestPrefixed = 22;
    private const int LongestWord = 12;
    private const int ShortestOpaque = 10;
    private const int LongestOpaque = 4096;
    private const int ShortestChosen = 6;
    private const int LongestChosen = 64;

    /// <summary>Of that many letters and more in a row, without a capital within, a word is made.</summary>
    private const int WordLength = 4;

    /// <summary>Whether a machine may have made it up: long, mixed, and not of words.</summary>
    public static bool IsGenerated(string value) =>
        value.Length is >= ShortestGenerated and <= LongestGenerated
        && value.All(static sign =>
            IsLetter(sign) || IsDigit(sign) || sign is '+' or '/' or '=' or '_' or '.' or '~' or '-'
        )
        && value.Count(IsDigit) >= 2
        && value.Any(IsLetter)
        && !IsGuid(value)
        && !IsVersioned(value)
        && !SequenceText.Is(value)
        && !SequenceText.IsWithin(value)
        && !IsHalfByte(value)
        && IsPrefixedSecret(value)
        && Entropy.Of(value) >= (value.All(IsHexadecimal) ? 3.0 : 3.5)
        && ShareOfWords(value) < 0.4;

    /// <summary>Whether a person may have chosen it for a password: letters with digits or signs, and no name, path or code.</summary>
    public static bool IsChosen(string value) =>
        value.Length is >= ShortestChosen and <= LongestChosen
        && !value.Any(static sign =>
            sign <= ' '
            || sign > '~'
            || sign is '(' or ')' or '{' or '}' or '<' or '>' or '[' or ']' or '|' or '`' or '\\' or '"' or '\''
        )
        && value.Any(IsLetter)
        && (
            value.Any(IsDigit) || value.Any(static sign => sign is '!' or '@' or '#' or '$' or '%' or '^' or '&' or '*')
        )
        && (IsLetter(value[0]) || IsDigit(value[0]) || (value[0] is '!' or '@' or '#' or '*' && value.Any(IsDigit)))
        && !IsGuid(value)
        && value.IndexOf("://", System.StringComparison.Ordinal) < 0
        && value.Count(static sign => sign is '/' or '.' or ':') < 2
        && !IsName(value)
        && CommonPasswords.IsOther(value)
        && Entropy.Of(value) >= 2.0;

    /// <summary>Whether it may be a token where one is sent: mixed, and not of words. A GUID may be one.</summary>
    public static bool IsOpaque(string value) =>
        value.Length is >= ShortestOpaque and <= LongestOpaque
        && value.Count(IsDigit) >= 2
        && value.Any(IsLetter)
        && !SequenceText.Is(value)
        && Entropy.Of(value) >= 2.8
        && ShareOfWords(value) < 0.4;

    // A digit of the last byte is missing.
    private static bool IsHalfByte(string value) => value.Length % 2 == 1 && value.All(IsHexadecimal);

    /// <summary>
    /// Whether what stands behind the words that a key begins with (<c>key_</c>, <c>acme_live_</c>) may be one: 128 random bits, not an id or a
    /// GUID cut off, and not for a sandbox, where there is nothing to lose. True where it begins with no words.
    /// </summary>
    private static bool IsPrefixedSecret(string value)
    {
        var start = 0;
        var isSandbox = false;
        for (var at = 0; at < value.Length && at - start <= LongestWord; at++)
        {
            if (value[at] is '_' or '-' && at > start + 1)
            {
                isSandbox |= value.Substring(start, at - start).ToLowerInvariant() is "sandbox" or "sdbx" or "sbx";
                start = at + 1;
            }
            else if (value[at] is not (>= 'a' and <= 'z'))
            {
                break;
            }
        }

        var rest = value.Substring(start);
        return start == 0
            || !isSandbox && rest.Length >= ShortestPrefixed && !IsSortableId(rest) && !IsGuidCutOff(rest);
    }

    // https://github.com/ulid/spec: the time, from 2006 to 2041, before what is random.
    private static bool IsSortableId(string value) =>
        value.Length == 26
        && value.StartsWith("01", System.StringComparison.Ordinal)
        && value.All(static sign => IsDigit(sign) || sign is >= 'A' and <= 'Z' and not ('I' or 'L' or 'O' or 'U'));

    private static bool IsGuidCutOff(string value) =>
        value.Split('-') is { Length: 5 } parts
        && parts[0].Length == 8
        && parts[1].Length == 4
        && parts[2].Length == 4
        && parts[3].Length == 4
        && parts[4].Length != 12
        && parts.All(static part => part.All(IsHexadecimal));

    // jjwt-jackson-0.11.2
    private static bool IsVersioned(string value)
    {
        var dash = value.LastIndexOf('-');
        return dash > 0
            && value.IndexOf('.', dash) > 0
            && value.Skip(dash + 1).All(static sign => IsDigit(sign) || sign == '.');
    }

    // v1-beta-2, my_key_1, sha256, credentials$password, user1@example.com
    private static bool IsName(string value) =>
        value.Any(static sign => sign is '_' or '-' or '.')
            ? value.Split('_', '-', '.').All(static part => IsWordWithNumber(part))
            : value.IndexOf('@') > 0 && value.IndexOf('.') > 0
                || value.IndexOf('$') > 0 && value.Split('$').All(static part => part.Length > 1 && part.All(IsLetter));

    private static bool IsWordWithNumber(string part)
    {
        var word = part.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return word.All(static sign => sign is >= 'a' and <= 'z')
            || word.All(static sign => sign is >= 'A' and <= 'Z')
            || word.Skip(1).All(static sign => sign is >= 'a' and <= 'z');
    }

    private static double ShareOfWords(string value)
    {
        var inWords = 0;
        for (var at = 0; at < value.Length; )
        {
            var start = at;
            // A capital begins a word.
            at++;
            while (at < value.Length && value[at] is >= 'a' and <= 'z' && IsLetter(value[start]))
            {
                at++;
            }

            if (at - start >= WordLength && HasVowels(value, start, at))
            {
                inWords += at - start;
            }
        }

        return (double)inWords / value.Length;
    }

    private static bool HasVowels(string value, int start, int end)
    {
        var vowels = 0;
        for (var at = start; at < end; at++)
        {
            vowels += value[at] is 'a' or 'e' or 'i' or 'o' or 'u' or 'A' or 'E' or 'I' or 'O' or 'U' ? 1 : 0;
        }

        return vowels * 5 >= end - start && vowels * 4 <= (end - start) * 3;
    }

    private static bool IsGuid(string value) => System.Guid.TryParse(value, out _) && value.IndexOf('-') > 0;

    private static bool IsLetter(char sign) => sign is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char sign) => sign is >= '0' and <= '9';

    private static bool IsHexadecimal(char sign) => IsDigit(sign) || sign is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
