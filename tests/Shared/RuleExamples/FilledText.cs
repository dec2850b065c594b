using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Governance.Tests.RuleExamples;

/// <summary>
/// Examples have classes of characters in place of secrets (<c>[A-Za-z0-9]{40}</c>), so that no scanner stumbles over them. Here
/// they are filled with characters that look random and are the same in every run.
/// </summary>
internal static partial class FilledText
{
    /// <summary>The example with all classes of ten and more characters filled.</summary>
    public static string Fill(string example) => Fill(example, 10);

    /// <summary>The example with all classes of so many characters and more filled.</summary>
    public static string Fill(string example, int shortest)
    {
        var random = new Random(example.Length);
        return Class()
            .Replace(
                example,
                match =>
                    int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) is var length && length >= shortest
                        ? Random(match.Groups[1].Value, length, random)
                        : match.Value
            );
    }

    private static string Random(string characters, int length, Random random)
    {
        var isMember = new Regex("^" + characters + "$", RegexOptions.CultureInvariant);
        var members = Enumerable
            .Range(' ', 95)
            .Select(static sign => (char)sign)
            .Where(sign => isMember.IsMatch(sign.ToString()))
            .ToArray();
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(members[random.Next(members.Length)]);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(\[[^\]\s|]+\])\{([0-9]+)\}")]
    private static partial Regex Class();
}
