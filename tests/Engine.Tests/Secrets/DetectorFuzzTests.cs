using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Governance.Engine.Secrets.Detection;

namespace Governance.Engine.Tests.Secrets;

/// <summary>
/// No text keeps a detector busy: what nearly is its secret, over and over, is searched in 50 ms a megabyte. A tenth of that is
/// measured, since no pattern looks further than a few thousand characters.
/// </summary>
public sealed class DetectorFuzzTests
{
    private const int Length = 100_000;

    /// <summary>What no pattern takes longer for, in milliseconds.</summary>
    private const int Aim = 5;

    /// <summary>How much slower a machine may be that has other things to do; a build for debugging is slower still.</summary>
#if DEBUG
    private const int Slack = 15;
#else
    private const int Slack = 4;
#endif

    private const int Rounds = 3;

    /// <summary>How many times longer a pattern may take than one that fails at its first character.</summary>
    private const int Overhead = 8;

    private static readonly Regex Trifle = new(@"\G(?:~~)", RegexOptions.CultureInvariant);

    private static readonly string[] Fillers =
    [
        "",
        " ",
        "a",
        "A1b",
        "0f",
        "=",
        ": ",
        "\n",
        "/",
        "-",
        "a=b;",
        "a:b",
        "ab/c?d=e&",
        "login a ",
        " --user a ",
        "\\n",
    ];

    public static TheoryData<string> Ids() =>
        [.. DetectorCatalog.All.Where(static one => one.Names.IsEmpty).Select(static one => one.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Near_misses_take_no_time(string id)
    {
        var detector = DetectorCatalog.All.Single(one => one.Id == id);
        foreach (var signature in detector.Signatures)
        {
            foreach (var text in NearMisses(signature))
            {
                var taken = Enumerable
                    .Range(0, Rounds)
                    .Select(_ => Time(detector, signature, text))
                    .TakeUntil(Aim)
                    .Min();
                var isQuick = taken <= Aim * Slack || taken <= Overhead * TimeOfTrifle(signature, text);
                Assert.True(isQuick, $"{taken} ms for 0.1 MB of {text[..Math.Min(60, text.Length)]}");
            }
        }
    }

    [Fact]
    public void The_whole_search_is_linear_in_names_and_values()
    {
        foreach (var part in (string[])["password=", "token: a", "key = \"", "secret,", "api_key=abc1 ", "a.key.b-"])
        {
            var text = Repeat(part);
            var watch = Stopwatch.StartNew();
            SecretScanner.Find(text, TextKinds.Any);
            Assert.True(watch.ElapsedMilliseconds <= 20 * Aim * Slack, $"{watch.ElapsedMilliseconds} ms: {part}");
        }
    }

    private static IEnumerable<string> NearMisses(string signature)
    {
        foreach (var filler in Fillers)
        {
            yield return Repeat(signature + filler);
            // As long as nothing ends it, a class of characters goes on.
            yield return Repeat(
                signature + string.Concat(Enumerable.Repeat(filler.Length == 0 ? "a1B" : filler, 40)) + "\t"
            );
        }

        yield return Repeat("-----BEGIN PRIVATE KEY-----" + signature);
        yield return Repeat(string.Concat(Enumerable.Repeat("a1B/", 30)) + signature);
    }

    private static long Time(SecretDetector detector, string signature, string text)
    {
        var seen = 0;
        var watch = Stopwatch.StartNew();
        for (
            var at = text.IndexOf(signature, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(signature, at + 1, StringComparison.Ordinal)
        )
        {
            if (detector.AtSignature(text, at, ref seen) is not null)
            {
                // No near miss: what is found is more than looked at.
                return 0;
            }
        }

        return watch.ElapsedMilliseconds;
    }

    // What a machine with other things to do needs for as many attempts at least.
    private static long TimeOfTrifle(string signature, string text)
    {
        var watch = Stopwatch.StartNew();
        for (
            var at = text.IndexOf(signature, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(signature, at + 1, StringComparison.Ordinal)
        )
        {
            Trifle.Match(text, at);
        }

        return watch.ElapsedMilliseconds;
    }

    private static string Repeat(string part)
    {
        var text = new StringBuilder(Length + part.Length);
        while (text.Length < Length)
        {
            text.Append(part);
        }

        return text.ToString();
    }
}

/// <summary>Takes what is enough.</summary>
file static class Enough
{
    /// <summary>All up to the first that is no more than <paramref name="aim"/>.</summary>
    public static IEnumerable<long> TakeUntil(this IEnumerable<long> times, long aim)
    {
        foreach (var time in times)
        {
            yield return time;
            if (time <= aim)
            {
                yield break;
            }
        }
    }
}
