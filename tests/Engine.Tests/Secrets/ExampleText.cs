using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Governance.Engine.Secrets.Detection;

namespace Governance.Engine.Tests.Secrets;

/// <summary>
/// Examples of detectors with classes of characters in place of secrets (<c>[A-Za-z0-9]{40}</c>), so that no scanner stumbles
/// over them, are filled here with characters that look random and are the same in every run.
/// </summary>
internal static partial class ExampleText
{
    private const string Checksum = "[github-checksum]";

    /// <summary>The example, filled.</summary>
    public static string Fill(string example)
    {
        var random = new Random(example.Length);
        var filled = Class().Replace(example, match => Random(match, random));
        var at = filled.IndexOf(Checksum, StringComparison.Ordinal);
        if (at < 0)
        {
            return filled;
        }

        var start = filled.LastIndexOf('_', at) + 1;
        return filled.Replace(Checksum, GitHubTokenChecksum.Of(filled, start, at), StringComparison.Ordinal);
    }

    private static string Random(Match match, Random random)
    {
        var isMember = new Regex("^" + match.Groups[1].Value + "$", RegexOptions.CultureInvariant);
        var members = Enumerable
            .Range(' ', 95)
            .Select(static sign => (char)sign)
            .Where(sign => isMember.IsMatch(sign.ToString()))
            .ToArray();
        var text = new StringBuilder();
        for (var count = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture); count > 0; count--)
        {
            text.Append(members[random.Next(members.Length)]);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(\[[^\]]+\])\{([0-9]+)\}")]
    private static partial Regex Class();
}
