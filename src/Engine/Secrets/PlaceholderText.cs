using System;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Secrets;

/// <summary>Tells what stands in a secret's place from a secret. Time is linear in the text.</summary>
public static class PlaceholderText
{
    /// <summary>How a text begins that says what to put there.</summary>
    private static readonly ImmutableArray<string> Beginnings = ImmutableArray.Create(
        "your",
        "changeme",
        "change-me",
        "change_me",
        "changeit",
        "placeholder",
        "replace-",
        "replace_",
        "replace ",
        "replaceme",
        "insert-",
        "insert_",
        "insert ",
        "enter ",
        "enter-",
        "enter_",
        "todo",
        "tbd",
        "fixme",
        "redacted",
        "dummy",
        "fake",
        "name=",
        "@microsoft.keyvault("
    );

    /// <summary>What no secret has in the middle. The last one is in the keys that AWS documents.</summary>
    private static readonly ImmutableArray<string> Parts = ImmutableArray.Create(
        "${",
        "$(",
        "{{",
        "...",
        "…",
        "***",
        "your-",
        "your_",
        "placeholder",
        "changeme",
        "goeshere",
        "goes-here",
        "1234-1234",
        "redacted",
        "EXAMPLEKEY"
    );

    /// <summary>The same, as a beginning and an end with something between.</summary>
    private static readonly ImmutableArray<(string Start, string End)> Pairs = ImmutableArray.Create(
        ("<", ">"),
        ("{", "}"),
        ("[", "]"),
        ("%", "%"),
        ("#", "#"),
        ("__", "__")
    );

    /// <summary>Words that name a secret, or say that there is none. A text of nothing else is no secret.</summary>
    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        (
            "a an and any anything the my our some this that is it in of for to no not none null nil na empty blank unused used use "
            + "needed need required ignored ignore irrelevant test tests testing mock stub demo sample example fake dummy unit "
            + "api app client user service server account access auth authorization bearer basic storage shared azure openai "
            + "open ai aws github sql db database admin connection string strings key keys secret secrets password passwords "
            + "passwd pwd pass token tokens credential credentials value here local lm studio ollama foo bar baz abc xyz id name "
            + "default emulator invalid valid wrong bad bogus sk pat personal some text config configuration settings"
        ).Split(' ')
    );

    /// <summary>Whether a text stands in a secret's place: empty, a marker, a variable, the name of a setting, or words that name it.</summary>
    public static bool Is(string text)
    {
        text = text.Trim().Trim('"', '\'');
        return text.Length == 0
            || IsOneSign(text)
            || Beginnings.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || Parts.Any(part => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)
            || Pairs.Any(pair => IsPair(text, pair.Start, pair.End))
            || IsFormatItem(text)
            || IsSettingName(text)
            || IsWords(text);
    }

    // xxxx-xxxx, 00000000-0000, ####
    private static bool IsOneSign(string text) =>
        text.Where(static sign => sign is not ('-' or '_' or '.' or ' '))
            .Select(char.ToLowerInvariant)
            .Distinct()
            .Count() <= 1;

    private static bool IsPair(string text, string start, string end) =>
        text.Length > start.Length + end.Length
        && (
            (text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(end, StringComparison.Ordinal))
            // A part of it is filled in: prefix-<key>.
            || (start == "<" && text.IndexOf('<') is var open and >= 0 && text.IndexOf('>', open) > open + 1)
        );

    // {0} in whatever place: the text is a pattern.
    private static bool IsFormatItem(string text)
    {
        for (var at = text.IndexOf('{'); at >= 0; at = text.IndexOf('{', at + 1))
        {
            var end = at + 1;
            while (end < text.Length && text[end] is >= '0' and <= '9')
            {
                end++;
            }

            if (end > at + 1 && end < text.Length && text[end] is '}' or ':')
            {
                return true;
            }
        }

        return false;
    }

    // AZURE_CLIENT_SECRET, AzureAd:ClientSecret, ConnectionStrings__Default
    private static bool IsSettingName(string text)
    {
        if (!text.All(static sign => IsLetter(sign) || sign is '_' or ':'))
        {
            return false;
        }

        return text.IndexOf("__", StringComparison.Ordinal) > 0
            || text.IndexOf(':') > 0
            || (text.IndexOf('_') > 0 && text.All(static sign => sign is '_' or (>= 'A' and <= 'Z')));
    }

    // "my-secret", "ApiKey", "test-api-key-123"; but not "Password1", which people choose.
    private static bool IsWords(string text)
    {
        if (!text.All(static sign => IsLetter(sign) || IsSeparator(sign) || sign is >= '0' and <= '9'))
        {
            return false;
        }

        if (text.Any(char.IsDigit) && !text.Any(IsSeparator))
        {
            return false;
        }

        var parts = text.Split(' ', '-', '_', '.', '/', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return parts.All(static part => part.Length == 0 || Words.Contains(part) || AreHumps(part));
    }

    private static bool AreHumps(string part)
    {
        var start = 0;
        for (var at = 1; at <= part.Length; at++)
        {
            if (at == part.Length || (part[at] is >= 'A' and <= 'Z' && part[at - 1] is >= 'a' and <= 'z'))
            {
                var hump = part.Substring(start, at - start);
                if (!Words.Contains(hump) && !IsTwoWords(hump))
                {
                    return false;
                }

                start = at;
            }
        }

        return true;
    }

    // apikey, mysecret
    private static bool IsTwoWords(string hump)
    {
        for (var at = 2; at <= hump.Length - 2 && hump.Length <= 24; at++)
        {
            if (Words.Contains(hump.Substring(0, at)) && Words.Contains(hump.Substring(at)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetter(char sign) => sign is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsSeparator(char sign) => sign is ' ' or '-' or '_' or '.' or '/';
}
